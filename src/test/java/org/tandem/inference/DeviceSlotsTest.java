package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.DeviceMemoryException;
import org.tandem.inference.network.Network;
import org.tandem.inference.network.Networks;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.volume.Vector3;

/** With networks that play the devices: there is no GPU here. */
final class DeviceSlotsTest {

    private static final Model MODEL = new ModelStore(Path.of("src/test/resources/models")).require("threshold");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger onGpu = new AtomicInteger();
    private final AtomicInteger onCpu = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void whatTheGpuHasNotTheMemoryForRunsOnTheCpuOnceAndThePredictionSaysSo() {
        try (DeviceSlots slots = new DeviceSlots(List.of(gpu(1)), Optional.of(cpu(1)), LONG)) {
            Prediction prediction = slots.inferer(MODEL).infer(exam());

            assertThat(prediction.notes())
                    .containsExactly("Computed on the CPU: the memory of the GPU did not suffice");
            assertThat(prediction.warnings()).isEmpty();
            assertThat(prediction.outputs()).hasSize(1);
            assertThat(onGpu).hasValue(1);
            assertThat(onCpu).hasValue(1);
            assertThat(slots.use())
                    .isEqualTo(Map.of("gpu", new DeviceSlots.Use(1, 0), "cpu", new DeviceSlots.Use(1, 0)));
        }
    }

    @Test
    void aNetworkThatDoesNotEvenFitIntoTheGpuRunsOnTheCpuToo() {
        ModelCache tooSmall = new ModelCache(
                model -> {
                    throw new DeviceMemoryException(
                            "Model " + model.name() + " cannot be loaded", new Exception("OOM"));
                },
                1);
        InferenceDevice gpu = new InferenceDevice("gpu", 1, tooSmall, () -> true);
        try (DeviceSlots slots = new DeviceSlots(List.of(gpu), Optional.of(cpu(1)), LONG)) {
            assertThat(slots.inferer(MODEL).inferAll(List.of(exam(), exam())))
                    .hasSize(2)
                    .allSatisfy(attempt -> assertThat(attempt.require().notes()).hasSize(1));
        }
    }

    @Test
    void whatTheCpuHasNotTheMemoryForFails() {
        InferenceDevice small = new InferenceDevice("cpu", 1, outOfMemory(onCpu), () -> false);
        try (DeviceSlots slots = new DeviceSlots(List.of(small), Optional.of(small), LONG)) {
            assertThatThrownBy(() -> slots.inferer(MODEL).infer(exam())).isInstanceOf(DeviceMemoryException.class);
            assertThat(onCpu).hasValue(1);
        }
    }

    /** Three ask; two have a slot, one waits until one of them is done. */
    @Test
    void devicesAreTakenInTheirOrderAndWhoFindsNoFreeSlotWaits() throws Exception {
        CountDownLatch atWork = new CountDownLatch(2);
        CountDownLatch end = new CountDownLatch(1);
        Networks held = model -> new Played(() -> {
            atWork.countDown();
            await(end);
        });
        InferenceDevice first = new InferenceDevice("first", 1, new ModelCache(held, 1), () -> false);
        InferenceDevice second = new InferenceDevice("second", 1, new ModelCache(held, 1), () -> false);
        try (DeviceSlots slots = new DeviceSlots(List.of(first, second), Optional.empty(), LONG)) {
            List<Future<Prediction>> asked = List.of(ask(slots), ask(slots), ask(slots));
            await(atWork);
            long deadline = System.nanoTime() + LONG.toNanos();
            while (slots.waiting() < 1) {
                assertThat(System.nanoTime()).as("the third waits").isLessThan(deadline);
                Thread.onSpinWait();
            }
            assertThat(slots.use())
                    .isEqualTo(Map.of("first", new DeviceSlots.Use(1, 1), "second", new DeviceSlots.Use(1, 1)));

            end.countDown();
            for (Future<Prediction> one : asked) {
                assertThat(one.get(5, TimeUnit.MINUTES).outputs()).hasSize(1);
            }
            assertThat(slots.waiting()).isZero();
            assertThat(slots.use().values()).allMatch(use -> use.busy() == 0);
        }
    }

    @Test
    void nobodyWaitsForEver() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Networks held = model -> new Played(() -> {
            atWork.countDown();
            await(end);
        });
        InferenceDevice cpu = new InferenceDevice("cpu", 1, new ModelCache(held, 1), () -> false);
        try (DeviceSlots slots = new DeviceSlots(List.of(cpu), Optional.empty(), Duration.ofMillis(50))) {
            Future<Prediction> busy = ask(slots);
            await(atWork);
            assertThatThrownBy(() -> slots.inferer(MODEL).infer(exam()))
                    .isInstanceOfSatisfying(
                            TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.RETRY))
                    .hasMessageContaining("threshold/1.0.0: got no slot on [cpu], expected one within");
            end.countDown();
            assertThat(busy.get(5, TimeUnit.MINUTES).outputs()).hasSize(1);
        }
    }

    private Future<Prediction> ask(DeviceSlots slots) {
        return threads.submit(() -> slots.inferer(MODEL).infer(exam()));
    }

    private InferenceDevice gpu(int count) {
        return new InferenceDevice("gpu", count, outOfMemory(onGpu), () -> true);
    }

    private InferenceDevice cpu(int count) {
        return new InferenceDevice(
                "cpu", count, new ModelCache(model -> new Played(onCpu::incrementAndGet), 1), () -> false);
    }

    /** Every network answers as TensorFlow does on a device whose memory is full. */
    private static ModelCache outOfMemory(AtomicInteger runs) {
        return new ModelCache(
                model -> new Played(() -> {
                    runs.incrementAndGet();
                    throw new DeviceMemoryException("OOM when allocating tensor", new Exception("OOM"));
                }),
                1);
    }

    private static Exam exam() {
        return Exam.of(Spheres.volume(Spheres.ball(Spheres.grid(10, 10, 10), new Vector3(0, 0, 0), 5)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Does something, and answers with what it was shown. */
    private record Played(Runnable before) implements Network {
        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            before.run();
            return Map.of("prob", inputs.values().iterator().next());
        }

        @Override
        public void close() {}
    }
}
