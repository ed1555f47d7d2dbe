package org.tandem.inference.network;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Batching;

/**
 * A network whose callers share its calls. It has no thread of its own: of those that wait, the one that came first
 * leads. It makes the call for all when the batch is full, when nobody else is at work who might still come, or when it
 * has waited as long as the manifest allows; there is one call at a time, and what comes meanwhile is the next batch.
 * Each caller gets its own rows. A call that fails is made again for each alone, so that what fails fails alone.
 * Whoever is interrupted while it waits leaves. Its lock guards its state; the network is never called under it.
 */
public final class BatchingNetwork implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(BatchingNetwork.class);

    private final Network network;
    private final Batching batching;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<CallRequest> waiting = new ArrayDeque<>();
    private final LongAdder calls = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private int atWork;
    private boolean calling;
    private volatile boolean rowsAreApart = true; // said by whoever leads

    public BatchingNetwork(Network network, Batching batching) {
        this.network = network;
        this.batching = batching;
    }

    /** Does work that may call the network: whoever waits for others knows that there is one more of them. */
    public <T> T during(Supplier<T> work) {
        come(1);
        try {
            return work.get();
        } finally {
            come(-1);
        }
    }

    public BatchFill fill() {
        return new BatchFill(calls.sum(), rows.sum(), batching.maxBatch());
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        CallRequest mine = new CallRequest(inputs, System.nanoTime());
        lock.lock();
        try {
            waiting.addLast(mine);
            changed.signalAll();
            while (!mine.isDone()) {
                if (isItsTurn(mine)) {
                    lead(taken());
                } else if (leads(mine)) {
                    long unused = changed.awaitNanos(left(mine).toNanos() + 1);
                } else {
                    changed.await();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(
                    TandemException.Kind.RETRY, "Interrupted while it waited for a call of the network", e);
        } finally {
            waiting.remove(mine);
            changed.signalAll();
            lock.unlock();
        }
        return mine.result();
    }

    @Override
    public void close() {
        network.close();
    }

    /** So many more are at work, or fewer. */
    public void come(int by) {
        lock.lock();
        try {
            atWork += by;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean leads(CallRequest mine) {
        return !calling && waiting.peekFirst() == mine;
    }

    private boolean isItsTurn(CallRequest mine) {
        return leads(mine)
                && (waiting.size() >= atWork || isFull() || left(mine).isNegative());
    }

    private boolean isFull() {
        return waiting.stream().mapToInt(CallRequest::rows).sum() >= batching.maxBatch();
    }

    private Duration left(CallRequest mine) {
        return batching.maxWait().minusNanos(System.nanoTime() - mine.arrivedNanos());
    }

    /** The first that waits, and those that fit into its call. */
    private List<CallRequest> taken() {
        List<CallRequest> batch = new ArrayList<>();
        int free = batching.maxBatch();
        Iterator<CallRequest> next = waiting.iterator();
        while (next.hasNext()) {
            CallRequest request = next.next();
            boolean fits =
                    rowsAreApart && request.rows() <= free && request.fits(batch.isEmpty() ? request : batch.get(0));
            if (batch.isEmpty() || fits) {
                batch.add(request);
                free -= request.rows();
                next.remove();
            }
        }
        return batch;
    }

    /** Makes the call for a batch; whatever happens, each request is done then. */
    private void lead(List<CallRequest> batch) {
        calling = true;
        lock.unlock();
        try {
            answer(batch);
        } finally {
            lock.lock();
            calling = false;
            changed.signalAll();
        }
    }

    private void answer(List<CallRequest> batch) {
        if (batch.size() > 1) {
            try {
                share(batch);
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                LOG.warn("A call for {} requests failed and is made for each alone: {}", batch.size(), e.getMessage());
            }
        }
        for (CallRequest request : batch) {
            try {
                request.answer(call(request.inputs(), request.rows()));
            } catch (RuntimeException | Error e) {
                request.fail(e); // thrown where it is waited for
            }
        }
    }

    private void share(List<CallRequest> batch) {
        int all = batch.stream().mapToInt(CallRequest::rows).sum();
        Map<String, Tensor> answers = call(CallRequest.together(batch), all);
        if (answers.values().stream().anyMatch(answer -> answer.rows() != all)) {
            rowsAreApart = false;
            throw Layouts.refusal("not a row for each of " + all + " objects, so that calls are shared no more");
        }
        int from = 0;
        for (CallRequest request : batch) {
            Map<String, Tensor> own = new HashMap<>();
            for (Map.Entry<String, Tensor> answer : answers.entrySet()) {
                own.put(answer.getKey(), answer.getValue().rows(from, request.rows()));
            }
            request.answer(own);
            from += request.rows();
        }
    }

    private Map<String, Tensor> call(Map<String, Tensor> inputs, int count) {
        Map<String, Tensor> answers = network.run(inputs);
        calls.increment();
        rows.add(count);
        return answers;
    }
}
