package org.tandem.net;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.tandem.dicom.DataSet;

/**
 * Where a requestor may have several operations under way (PS3.7 D.3.3.3): each is answered as soon as its outcome is
 * known, in whichever order, by a thread that does nothing else. So neither the reading of the next request nor whoever
 * knows an outcome ever waits for the peer to take a response. A peer that asks for more than its window is not read
 * until there is room.
 */
final class QueuedResponses implements Responses {

    /** A response to send; one without a request ends the thread. */
    private record Response(int contextId, int messageId, DataSet command) {}

    private static final Response END = new Response(0, 0, DataSet.builder().build());

    private final MessageWriter writer;
    private final int window;
    private final Runnable cut;
    private final Semaphore room;
    private final Set<Integer> underWay = ConcurrentHashMap.newKeySet();
    private final BlockingQueue<Response> ready = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean silent;

    /** @param cut ends the connection, when the peer takes no more responses */
    QueuedResponses(MessageWriter writer, int window, Runnable cut) {
        this.writer = writer;
        this.window = window;
        this.cut = cut;
        this.room = new Semaphore(window);
        this.thread = new Thread(this::sendAll, Thread.currentThread().getName() + "-answers");
        thread.start();
    }

    @Override
    public boolean several() {
        return true;
    }

    @Override
    public boolean underWay(int messageId) {
        return underWay.contains(messageId);
    }

    @Override
    public void awaitRoom() {
        room.acquireUninterruptibly();
        room.release();
    }

    @Override
    public void respond(Message request, CompletionStage<StoreOutcome> outcome) {
        room.acquireUninterruptibly();
        underWay.add(request.messageId());
        outcome.whenComplete((result, failure) -> ready.add(new Response(
                request.context().id(),
                request.messageId(),
                Commands.response(request, failure == null ? result : StoreOutcome.FAILED))));
    }

    @Override
    public void finish() {
        room.acquireUninterruptibly(window);
        room.release(window);
    }

    @Override
    public void silence() {
        silent = true;
    }

    @Override
    public void end() {
        silence();
        finish();
        ready.add(END);
    }

    private void sendAll() {
        try {
            for (Response next = ready.take(); next != END; next = ready.take()) {
                send(next);
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            cut.run();
        }
    }

    private void send(Response response) {
        underWay.remove(response.messageId()); // before the peer can have it, and use the number again
        if (silent) {
            return;
        }
        try {
            writer.send(response.contextId(), response.command());
        } catch (IOException e) {
            silent = true;
            cut.run();
        }
    }
}
