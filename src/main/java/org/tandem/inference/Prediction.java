package org.tandem.inference;

import java.util.List;

/**
 * What a model said about one exam.
 *
 * @param outputs one entry for each output that its manifest names, in that order
 * @param maps what explains them, where the manifest asks for it
 * @param warnings why the model may be wrong here, in sentences without the identity of a patient
 */
public record Prediction(List<OutputPrediction> outputs, List<PredictedMap> maps, List<String> warnings) {

    public Prediction {
        outputs = List.copyOf(outputs);
        maps = List.copyOf(maps);
        warnings = List.copyOf(warnings);
    }

    public Prediction(List<OutputPrediction> outputs) {
        this(outputs, List.of(), List.of());
    }
}
