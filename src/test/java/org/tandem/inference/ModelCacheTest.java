package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.inference.network.Network;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Manifest;
import org.tandem.model.ManifestReader;
import org.tandem.model.Model;
import org.tandem.model.ModelName;

final class ModelCacheTest {

    private final List<String> story = Collections.synchronizedList(new ArrayList<>());

    /** Writes down what happens to it. */
    private final class Recorded implements Network {
        private final Model model;

        Recorded(Model model) {
            this.model = model;
            story.add("load " + model.name());
        }

        @Override
        public Map<String, Tensor> run(Map<String, Tensor> inputs) {
            return Map.of();
        }

        @Override
        public void close() {
            story.add("close " + model.name());
        }
    }

    @Test
    void aModelIsLoadedOnceHoweverManyAskAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ModelCache cache = new ModelCache(Recorded::new, 2)) {
            CountDownLatch together = new CountDownLatch(8);
            List<Future<?>> askers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                askers.add(threads.submit(() -> {
                    together.countDown();
                    together.await(60, TimeUnit.SECONDS);
                    cache.warm(model("a"));
                    return null;
                }));
            }
            for (Future<?> asker : askers) {
                asker.get(60, TimeUnit.SECONDS);
            }
            assertThat(story).containsExactly("load a/1.0.0");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theModelUsedLongestAgoMakesRoom() {
        try (ModelCache cache = new ModelCache(Recorded::new, 2)) {
            cache.warm(model("a"));
            cache.warm(model("b"));
            cache.warm(model("a"));
            cache.warm(model("c"));
            assertThat(story).containsExactly("load a/1.0.0", "load b/1.0.0", "close b/1.0.0", "load c/1.0.0");
        }
    }

    @Test
    void modelsGoWhenTheirSavedModelsTakeMoreThanTheyMay() {
        long one = model("a").bytes();
        assertThat(one).isGreaterThan(1000);
        try (ModelCache cache = new ModelCache(Recorded::new, 10, 2 * one)) {
            cache.warm(model("a"));
            cache.warm(model("b"));
            cache.warm(model("c"));
            assertThat(story).containsExactly("load a/1.0.0", "load b/1.0.0", "close a/1.0.0", "load c/1.0.0");
            assertThat(cache.ready()).hasSize(2).doesNotContainValue(false);
        }
    }

    @Test
    void aModelInUseIsClosedOnlyWhenItsWorkEnds() {
        ModelCache cache = new ModelCache(Recorded::new, 1);
        cache.with(model("a"), inferer -> {
            cache.warm(model("b"));
            cache.close();
            assertThat(story).doesNotContain("close a/1.0.0").contains("close b/1.0.0");
            return null;
        });
        assertThat(story).endsWith("close a/1.0.0");
    }

    @Test
    void theSurplusOfModelsInUseGoesWhenItsWorkEnds() {
        try (ModelCache cache = new ModelCache(Recorded::new, 1)) {
            cache.with(model("a"), inferer -> cache.with(model("b"), other -> ""));
            assertThat(story).containsExactly("load a/1.0.0", "load b/1.0.0", "close b/1.0.0");
        }
    }

    @Test
    void nothingIsLoadedOnceModelsAreBeingClosed() {
        ModelCache cache = new ModelCache(Recorded::new, 1);
        cache.close();
        assertThatThrownBy(() -> cache.warm(model("a"))).hasMessageContaining("while models are being closed");
        assertThat(story).isEmpty();
    }

    @Test
    void aModelThatCannotBeLoadedIsTriedAgainTheNextTime() {
        int[] tries = {0};
        ModelCache cache = new ModelCache(
                model -> {
                    if (tries[0]++ == 0) {
                        throw new TandemException(TandemException.Kind.REFUSE, "no such network");
                    }
                    return new Recorded(model);
                },
                1);
        assertThatThrownBy(() -> cache.warm(model("a"))).hasMessage("no such network");
        cache.warm(model("a"));
        assertThat(story).containsExactly("load a/1.0.0");
        cache.close();
    }

    private static Model model(String name) {
        Path folder = Path.of("src/test/resources/models/threshold/1.0.0");
        Manifest m = ManifestReader.read(folder.resolve("manifest.yaml"));
        return new Model(
                new Manifest(
                        new ModelName(name, "1.0.0"),
                        m.title(),
                        m.intendedUse(),
                        m.accepts(),
                        m.input(),
                        m.technique(),
                        m.batching(),
                        m.outputs(),
                        m.source()),
                folder);
    }
}
