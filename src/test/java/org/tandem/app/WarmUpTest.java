package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.inference.ModelCache;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.ModelStore;

final class WarmUpTest {

    @Test
    void modelsAreReadyBeforeTheFirstSeriesComesAndOneThatIsNotThereHoldsNoOther() throws Exception {
        ModelStore models = new ModelStore(Path.of("src/test/resources/models"));
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 2);
                WarmUp warmUp = WarmUp.start(List.of("no-such-model", "threshold"), models, cache)) {
            Deadline.in(ChildNode.PATIENCE)
                    .await("the model is warm", () -> warmUp.states().equals(Map.of("ready", 1L)));
            assertThat(cache.ready())
                    .containsOnlyKeys(models.require("threshold").name());
        }
    }
}
