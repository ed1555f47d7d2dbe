package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.inference.tensorflow.SavedModelReader;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.verify.GoldenCase;
import org.tandem.verify.SignatureCheck;
import org.tandem.verify.Trial;

/** Every model that is shipped is what its manifest says, and still says what it said. */
final class ShippedModelsTest {

    static List<Model> models() {
        return new ModelStore(Path.of("models"))
                .list().stream()
                        .filter(ModelStore.Entry.Usable.class::isInstance)
                        .map(entry -> ((ModelStore.Entry.Usable) entry).model())
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void theNetworkFitsTheManifestAndTheGoldenCaseHolds(Model model) {
        assertThat(SignatureCheck.differences(model.manifest(), SavedModelReader.serving(model.savedModel())))
                .isEmpty();
        GoldenCase golden = GoldenCase.beside(model.folder());
        assertThat(golden.exists()).as("golden case of " + model.name()).isTrue();
        try (Trial trial = Trial.of(model, TensorFlowNetwork::load)) {
            assertThat(golden.differences(
                            trial.ask(GoldenExams.of(model, golden)).numbers()))
                    .as("golden case; meant so? tandem models verify NAME --write-golden")
                    .isEmpty();
        }
    }
}
