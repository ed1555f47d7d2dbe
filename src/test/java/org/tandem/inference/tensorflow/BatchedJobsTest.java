package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tandem.inference.Attempt;
import org.tandem.inference.ModelCache;
import org.tandem.inference.Spheres;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.BatchFill;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Batching;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** Jobs that share calls of a real network, whose answers can be worked out by hand. */
final class BatchedJobsTest {

    private static final Model ALONE = new ModelStore(Path.of("src/test/resources/models")).require("threshold");

    private static final Model SHARED =
            new Model(batched(ALONE.manifest(), new Batching(4, Duration.ofSeconds(60))), ALONE.folder());

    @Test
    void twoJobsShareACallAndEachGetsTheMaskOfItsOwnVolume() throws Exception {
        Volume left = ball(-20, 10);
        Volume right = ball(25, 6);
        ExecutorService jobs = Executors.newFixedThreadPool(2);
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            cache.warm(SHARED);
            CountDownLatch together = new CountDownLatch(2);
            List<Future<Mask>> masks = new ArrayList<>();
            for (Volume volume : List.of(left, right)) {
                masks.add(jobs.submit(() -> cache.with(SHARED, inferer -> {
                    together.countDown();
                    return mask(inferer.infer(volume));
                })));
            }
            assertThat(masks.get(0).get(60, TimeUnit.SECONDS)).isEqualTo(alone(left));
            assertThat(masks.get(1).get(60, TimeUnit.SECONDS)).isEqualTo(alone(right));
            BatchFill fill = cache.fills().get(SHARED.name());
            assertThat(fill.rows()).isEqualTo(2);
            assertThat(fill.calls()).isLessThanOrEqualTo(2);
        } finally {
            jobs.shutdownNow();
        }
    }

    @Test
    void examsOfOneCallerShareCallsAndTheOneThatFailsFailsAlone() {
        Volume broken = ball(0, 8);
        Arrays.fill(broken.voxels(), Float.NaN);
        List<Exam> exams = List.of(Exam.of(ball(-20, 10)), Exam.of(broken), Exam.of(ball(25, 6)));
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            List<Attempt> attempts = cache.inferer(SHARED).inferAll(exams);
            assertThat(mask(attempts.get(0).require())).isEqualTo(alone(ball(-20, 10)));
            assertThat(attempts.get(1)).isInstanceOf(Attempt.Failed.class);
            assertThat(mask(attempts.get(2).require())).isEqualTo(alone(ball(25, 6)));
            assertThat(cache.fills().get(SHARED.name())).isEqualTo(new BatchFill(1, 3, 4));
        }
    }

    private static Mask alone(Volume volume) {
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            return mask(cache.inferer(ALONE).infer(volume));
        }
    }

    private static Volume ball(double x, double radiusMm) {
        return Spheres.volume(Spheres.ball(Spheres.grid(50, 44, 36), new Vector3(x, 0, 0), radiusMm));
    }

    private static Mask mask(Prediction prediction) {
        return ((OutputPrediction.Segmentation) prediction.outputs().get(0))
                .segments()
                .get(0)
                .mask();
    }

    private static Manifest batched(Manifest m, Batching batching) {
        return new Manifest(
                m.name(),
                m.title(),
                m.intendedUse(),
                m.accepts(),
                m.input(),
                m.technique(),
                Optional.of(batching),
                m.outputs(),
                m.source());
    }
}
