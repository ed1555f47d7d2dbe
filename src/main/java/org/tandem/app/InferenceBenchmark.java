package org.tandem.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tandem.inference.network.BatchFill;
import org.tandem.inference.network.BatchingNetwork;
import org.tandem.inference.network.Network;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Batching;
import org.tandem.model.Model;

/**
 * Measures calls of one network, from arrays to arrays: by Tandem in this process, by TensorFlow's Python runtime in
 * another, in turn in each round, on the same tensors.
 */
final class InferenceBenchmark implements AutoCloseable {

    /** Contenders, in the order of their turns. */
    enum Way {
        TANDEM_ONE("one at a time", "Tandem"),
        PLAIN_ONE("one at a time", "TensorFlow"),
        TANDEM_SEVERAL("at once", "Tandem"),
        PLAIN_SEVERAL("at once", "TensorFlow, in one call");

        final String task;
        final String who;

        Way(String task, String who) {
            this.task = task;
            this.who = who;
        }

        boolean isPlain() {
            return this == PLAIN_ONE || this == PLAIN_SEVERAL;
        }

        boolean isOne() {
            return this == TANDEM_ONE || this == PLAIN_ONE;
        }
    }

    private final TensorFlowNetwork network;
    private final Map<String, Tensor> inputs;
    private final BenchPlan plan;
    private final Optional<PlainTensorFlow> plain;
    private final BatchingNetwork batching;

    /**
     * What was measured.
     *
     * @param turns of each round
     */
    record Measured(Map<Way, List<Timings>> turns, BatchFill fill) {

        /** All turns of a way together. */
        Timings all(Way way) {
            return turns.getOrDefault(way, List.of()).stream().reduce(Timings.NONE, Timings::plus);
        }

        /** How many times as many objects per second, the median of the rounds: what disturbs a round disturbs both. */
        double ratio(Way ours, Way theirs) {
            List<Timings> mine = turns.getOrDefault(ours, List.of());
            List<Timings> other = turns.getOrDefault(theirs, List.of());
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < mine.size(); round++) {
                ratios.add(mine.get(round).objectsPerSecond() / other.get(round).objectsPerSecond());
            }
            return BenchCommand.median(ratios);
        }
    }

    private InferenceBenchmark(
            TensorFlowNetwork network, Map<String, Tensor> inputs, BenchPlan plan, Optional<PlainTensorFlow> plain) {
        this.network = network;
        this.inputs = inputs;
        this.plan = plan;
        this.plain = plain;
        this.batching = new BatchingNetwork(network, new Batching(Math.max(2, plan.atOnce()), Duration.ofMillis(20)));
    }

    /** Where the other runtime comes from, given the tensors; none where it is not installed. */
    @FunctionalInterface
    interface Plain {
        Optional<PlainTensorFlow> start(Map<String, Tensor> inputs) throws IOException;
    }

    /** A plan, given how long a call about one object takes. */
    @FunctionalInterface
    interface Planning {
        BenchPlan plan(Duration one);
    }

    /** Loads a model into both. */
    static InferenceBenchmark open(Model model, Planning planning, Plain plain) throws IOException {
        Map<String, Tensor> inputs = NetworkInputs.of(model);
        TensorFlowNetwork network = TensorFlowNetwork.load(model);
        try {
            network.run(inputs); // the first call plans the network
            long start = System.nanoTime();
            network.run(inputs);
            BenchPlan plan = planning.plan(Duration.ofNanos(System.nanoTime() - start));
            return new InferenceBenchmark(network, inputs, plan, plain.start(inputs));
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
    }

    Map<String, Tensor> inputs() {
        return Map.copyOf(inputs);
    }

    /** Whether the network takes more objects in a call than the model's windows alone. */
    boolean takesSeveral() {
        return plan.atOnce() > 1 && network.takesSeveral();
    }

    /** The largest difference between the answers of both, or empty where there is only one. */
    Optional<Double> difference() throws IOException {
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        double most = 0;
        for (Map.Entry<String, Tensor> answer : network.run(inputs).entrySet()) {
            float[] ours = answer.getValue().values();
            float[] theirs = plain.get().answer(answer.getKey());
            for (int i = 0; i < ours.length; i++) {
                most = Math.max(most, Math.abs(ours[i] - theirs[i]));
            }
        }
        return Optional.of(most);
    }

    int atOnce() {
        return plan.atOnce();
    }

    Measured measure() throws IOException, InterruptedException {
        Map<Way, List<Timings>> turns = new LinkedHashMap<>();
        for (int round = -plan.roundsBefore(); round < plan.rounds(); round++) {
            for (Way way : Way.values()) {
                if ((way.isOne() || takesSeveral()) && (plain.isPresent() || !way.isPlain())) {
                    Timings turn = turn(way);
                    if (round >= 0) {
                        turns.computeIfAbsent(way, first -> new ArrayList<>()).add(turn);
                    }
                }
            }
        }
        return new Measured(turns, batching.fill());
    }

    private Timings turn(Way way) throws IOException, InterruptedException {
        if (way.isPlain()) {
            return plain.orElseThrow().round(way.isOne() ? 1 : plan.atOnce(), plan);
        }
        return way.isOne() ? alone(network) : together();
    }

    private Timings alone(Network called) {
        List<Double> calls = new ArrayList<>();
        long begun = System.nanoTime();
        while (calls.size() < plan.leastCalls() || System.nanoTime() - begun < plan.seconds() * 1e9) {
            long start = System.nanoTime();
            called.run(inputs);
            calls.add((System.nanoTime() - start) / 1e6);
        }
        return new Timings(calls.size(), (System.nanoTime() - begun) / 1e9, calls);
    }

    private Timings together() throws InterruptedException {
        ExecutorService jobs = Executors.newFixedThreadPool(plan.atOnce(), work -> new Thread(work, "job"));
        try {
            CyclicBarrier all = new CyclicBarrier(plan.atOnce());
            long begun = System.nanoTime();
            List<Future<Timings>> running = new ArrayList<>();
            for (int i = 0; i < plan.atOnce(); i++) {
                running.add(jobs.submit(() -> batching.during(() -> {
                    await(all);
                    return alone(batching);
                })));
            }
            Timings sum = Timings.NONE;
            for (Future<Timings> one : running) {
                sum = sum.plus(one.get());
            }
            return new Timings(sum.objects(), (System.nanoTime() - begun) / 1e9, sum.milliseconds());
        } catch (ExecutionException e) {
            throw new IllegalStateException("Failed while it was measured: " + e.getCause(), e);
        } finally {
            jobs.shutdownNow();
        }
    }

    /** Until all callers are at work, so that the first does not call alone. */
    private static void await(CyclicBarrier all) {
        try {
            all.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while it was measured", e);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException("Another caller failed while it was measured", e);
        }
    }

    @Override
    public void close() {
        plain.ifPresent(PlainTensorFlow::close);
        network.close();
    }
}
