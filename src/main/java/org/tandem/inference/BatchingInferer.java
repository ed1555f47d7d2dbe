package org.tandem.inference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.BatchingNetwork;
import org.tandem.inference.prediction.Prediction;

/** Tells a network that shares calls who is at work with it, and lets several exams be at work at once. */
record BatchingInferer(Inferer inferer, BatchingNetwork network) implements Inferer {

    @Override
    public Prediction infer(Exam exam) {
        return network.during(() -> inferer.infer(exam));
    }

    /** Each exam in a thread of its own, as many at once as a call takes. */
    @Override
    public List<Attempt> inferAll(List<Exam> exams) {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(exams.size(), network.fill().maxBatch())), work -> new Thread(work, "infer"));
        AtomicInteger left = new AtomicInteger(exams.size());
        @Nullable Map<String, String> scope = MDC.getCopyOfContextMap();
        network.come(exams.size());
        try {
            List<Callable<Attempt>> work = exams.stream()
                    .<Callable<Attempt>>map(exam -> () -> {
                        MDC.setContextMap(scope == null ? Map.of() : scope);
                        return attempt(exam, left);
                    })
                    .toList();
            return threads.invokeAll(work).stream()
                    .map(BatchingInferer::outcome)
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(TandemException.Kind.RETRY, "Interrupted among " + exams.size() + " exams", e);
        } finally {
            threads.shutdownNow();
            network.come(-left.getAndSet(0)); // those that never began
        }
    }

    private Attempt attempt(Exam exam, AtomicInteger left) {
        try {
            return Attempt.of(() -> inferer.infer(exam));
        } finally {
            if (left.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
                network.come(-1);
            }
        }
    }

    private static Attempt outcome(Future<Attempt> done) {
        try {
            return done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(TandemException.Kind.RETRY, "Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new TandemException(TandemException.Kind.BUG, "Inference failed: " + e.getCause(), e);
        }
    }
}
