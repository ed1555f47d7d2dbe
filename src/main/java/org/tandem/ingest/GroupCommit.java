package org.tandem.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets objects that wait at the same time share one force and one transaction: its thread takes all that wait, files
 * them together, and answers each. While it files one group, the next one gathers.
 */
final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    /** More than the number of associations of any node; keeps a statement's list of UIDs short. */
    private static final int MAX_GROUP = 256;

    private static final long CLOSE_LATENCY_MILLIS = 50;

    private record Waiting(Candidate candidate, CompletableFuture<Filed> answer) {}

    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Function<List<Candidate>, List<Filed>> filing;
    private final Thread thread;
    private volatile boolean closed;

    GroupCommit(Function<List<Candidate>, List<Filed>> filing) {
        this.filing = filing;
        this.thread = new Thread(this::run, "ingest-commit");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes the object into the next group; the answer says what became of it. */
    Future<Filed> add(Candidate candidate) {
        Waiting waiting = new Waiting(candidate, new CompletableFuture<>());
        queue.add(waiting);
        if (closed && queue.remove(waiting)) {
            waiting.answer().complete(Filed.UNAVAILABLE);
        }
        return waiting.answer();
    }

    private void run() {
        List<Waiting> group = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                @Nullable Waiting first = queue.poll(CLOSE_LATENCY_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    queue.drainTo(group, MAX_GROUP - 1);
                    answer(group);
                    group.clear();
                }
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private void answer(List<Waiting> group) {
        try {
            List<Filed> filed =
                    filing.apply(group.stream().map(Waiting::candidate).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).answer().complete(filed.get(i));
            }
        } catch (RuntimeException e) {
            LOG.error("Filing {} instances failed in a way that it should not", group.size(), e);
            group.forEach(w -> w.answer().complete(Filed.FAILED));
        }
    }

    /** Files what waits, then stops. */
    @Override
    public void close() {
        closed = true; // never an interrupt: it would close the files that the thread works on
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
