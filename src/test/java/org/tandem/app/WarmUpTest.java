package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.inference.DeviceSlots;
import org.tandem.inference.InferenceDevice;
import org.tandem.inference.ModelCache;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.ModelStore;

final class WarmUpTest {

    @Test
    void modelsAreReadyBeforeTheFirstSeriesComesAndOneThatIsNotThereHoldsNoOther() throws Exception {
        ModelStore models = new ModelStore(Path.of("src/test/resources/models"));
        ModelCache cache = new ModelCache(TensorFlowNetwork::load, 2);
        InferenceDevice device = new InferenceDevice("any", 1, cache, () -> false);
        try (DeviceSlots slots = new DeviceSlots(List.of(device), Optional.empty(), ChildNode.PATIENCE);
                WarmUp warmUp = WarmUp.start(List.of("no-such-model", "threshold"), models, slots)) {
            Deadline.in(ChildNode.PATIENCE)
                    .await("the model is warm", () -> warmUp.states().equals(Map.of("ready", 1L)));
            assertThat(cache.ready())
                    .containsOnlyKeys(models.require("threshold").name());
        }
    }
}
