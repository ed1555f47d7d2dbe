package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.Uid;

/** Reads each object at once, and answers it when the test says so. */
final class GatedHandler implements StoreHandler {

    /** An object that was read and waits for its answer. */
    record Waiting(Uid instance, CompletableFuture<StoreOutcome> outcome) {

        void succeed() {
            outcome.complete(StoreOutcome.SUCCESS);
        }
    }

    private static final long DEADLINE_SECONDS = 60;

    final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>();
    final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    @Override
    public StoreOutcome store(StoreRequest request, InputStream dataSet) {
        throw new IllegalStateException("the association has a window: begin was expected");
    }

    @Override
    public CompletionStage<StoreOutcome> begin(StoreRequest request, InputStream dataSet) throws IOException {
        dataSet.readAllBytes();
        CompletableFuture<StoreOutcome> outcome = new CompletableFuture<>();
        waiting.add(new Waiting(request.sopInstance(), outcome));
        return outcome;
    }

    @Override
    public void associationEnded(AssociationInfo association, boolean released) {
        ended.complete(released);
    }

    /** The next object that waits; fails the test if none comes. */
    Waiting next() throws InterruptedException {
        @Nullable Waiting next = waiting.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no object came");
        }
        return next;
    }
}
