package org.tandem.inference.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Batching;

final class BatchingNetworkTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final ExecutorService jobs = Executors.newCachedThreadPool();

    @AfterEach
    void stopJobs() {
        jobs.shutdownNow();
    }

    /** Doubles; refuses what is negative. Writes down how many rows each call had. */
    private static final class Doubling implements Network {
        private final List<Integer> calls = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            Tensor x = inputs.get("x");
            calls.add(x.rows());
            float[] doubled = new float[x.values().length];
            for (int i = 0; i < doubled.length; i++) {
                if (x.values()[i] < 0) {
                    throw new TandemException(TandemException.Kind.REFUSE, "got " + x.values()[i]);
                }
                doubled[i] = 2 * x.values()[i];
            }
            return Map.of("y", new Tensor(doubled, x.shape()));
        }

        @Override
        public void close() {}
    }

    @Test
    void twoJobsAtOnceShareOneCallAndEachGetsItsOwnRows() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(16, LONG));
        List<Future<float[]>> answers =
                atOnce(batching, Tensor.of(new float[] {1, 2, 3, 4}, 2, 2), Tensor.of(new float[] {10, 20}, 1, 2));
        assertThat(answers.get(0).get(60, TimeUnit.SECONDS)).containsExactly(2, 4, 6, 8);
        assertThat(answers.get(1).get(60, TimeUnit.SECONDS)).containsExactly(20, 40);
        assertThat(network.calls).containsExactly(3);
        assertThat(batching.fill()).isEqualTo(new BatchFill(1, 3, 16));
    }

    @Test
    void whoeverIsAloneIsNotKeptWaitingForOthers() {
        BatchingNetwork batching = new BatchingNetwork(new Doubling(), new Batching(16, LONG));
        long start = System.nanoTime();
        assertThat(batching.during(() -> ask(batching, 7))).containsExactly(14);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG.dividedBy(3));
    }

    @Test
    void aJobWaitsForAnotherThatComputesNoLongerThanTheManifestAllows() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(16, Duration.ofMillis(1)));
        CountDownLatch answered = new CountDownLatch(1);
        Future<Boolean> computing = jobs.submit(() -> batching.during(() -> isDown(answered)));
        assertThat(batching.during(() -> ask(batching, 7))).containsExactly(14);
        answered.countDown();
        assertThat(computing.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(network.calls).containsExactly(1);
    }

    @Test
    void aCallTakesNoMoreThanTheManifestAllows() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(2, LONG));
        Tensor one = Tensor.of(new float[] {1}, 1, 1);
        for (Future<float[]> answer : atOnce(batching, one, one, one, one, one)) {
            assertThat(answer.get(60, TimeUnit.SECONDS)).containsExactly(2);
        }
        assertThat(network.calls).allMatch(rows -> rows <= 2);
        assertThat(network.calls.stream().mapToInt(rows -> rows).sum()).isEqualTo(5);
    }

    @Test
    void whatHasAnotherShapeGoesInACallOfItsOwn() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(16, Duration.ZERO));
        List<Future<float[]>> answers =
                atOnce(batching, Tensor.of(new float[] {1, 2}, 1, 2), Tensor.of(new float[] {3}, 1, 1));
        assertThat(answers.get(0).get(60, TimeUnit.SECONDS)).containsExactly(2, 4);
        assertThat(answers.get(1).get(60, TimeUnit.SECONDS)).containsExactly(6);
        assertThat(network.calls).containsExactly(1, 1);
    }

    @Test
    void aRequestThatFailsFailsAlone() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(16, LONG));
        List<Future<float[]>> answers = atOnce(
                batching,
                Tensor.of(new float[] {1}, 1, 1),
                Tensor.of(new float[] {-5}, 1, 1),
                Tensor.of(new float[] {3}, 1, 1));
        assertThat(answers.get(0).get(60, TimeUnit.SECONDS)).containsExactly(2);
        assertThat(answers.get(2).get(60, TimeUnit.SECONDS)).containsExactly(6);
        assertThatThrownBy(() -> answers.get(1).get(60, TimeUnit.SECONDS)).hasMessageContaining("got -5.0");
        assertThat(network.calls).containsExactly(3, 1, 1, 1);
    }

    @Test
    void whoeverIsInterruptedLeavesAndTheOthersGoOn() throws Exception {
        Doubling network = new Doubling();
        BatchingNetwork batching = new BatchingNetwork(network, new Batching(16, LONG));
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Future<Boolean> computing = jobs.submit(() -> batching.during(() -> {
            atWork.countDown();
            return isDown(interrupted);
        }));
        assertThat(isDown(atWork)).isTrue();
        Thread leaving = new Thread(() -> {
            Throwable reason = catchThrowable(() -> batching.during(() -> ask(batching, 1)));
            if (reason instanceof TandemException left && left.kind() == TandemException.Kind.RETRY) {
                interrupted.countDown();
            }
        });
        leaving.start();
        leaving.interrupt();
        assertThat(computing.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(batching.during(() -> ask(batching, 4))).containsExactly(8);
        assertThat(network.calls).containsExactly(1);
    }

    @Test
    void aNetworkWhoseAnswerIsAboutTheWholeCallIsAskedForEachAlone() throws Exception {
        Network mean = new Network() {
            @Override
            public Map<String, Tensor> run(Map<String, Tensor> inputs) {
                float sum = 0;
                for (float value : inputs.get("x").values()) {
                    sum += value;
                }
                return Map.of("y", Tensor.of(new float[] {sum}, 1));
            }

            @Override
            public void close() {}
        };
        BatchingNetwork batching = new BatchingNetwork(mean, new Batching(16, LONG));
        List<Future<float[]>> answers =
                atOnce(batching, Tensor.of(new float[] {1}, 1, 1), Tensor.of(new float[] {5}, 1, 1));
        assertThat(answers.get(0).get(60, TimeUnit.SECONDS)).containsExactly(1);
        assertThat(answers.get(1).get(60, TimeUnit.SECONDS)).containsExactly(5);
    }

    private static float[] ask(BatchingNetwork batching, float value) {
        return answer(batching, Tensor.of(new float[] {value}, 1, 1));
    }

    private static float[] answer(BatchingNetwork batching, Tensor tensor) {
        return batching.run(Map.of("x", tensor)).get("y").values();
    }

    private static boolean isDown(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** One job for each tensor; none asks before all are at work. */
    private List<Future<float[]>> atOnce(BatchingNetwork batching, Tensor... tensors) {
        CountDownLatch together = new CountDownLatch(tensors.length);
        List<Future<float[]>> answers = new ArrayList<>();
        for (Tensor tensor : tensors) {
            Callable<float[]> job = () -> batching.during(() -> {
                together.countDown();
                assertThat(isDown(together)).isTrue();
                return answer(batching, tensor);
            });
            answers.add(jobs.submit(job));
        }
        return answers;
    }
}
