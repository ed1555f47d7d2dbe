package org.tandem.inference.prediction;

import java.util.ArrayList;
import java.util.List;

/**
 * What a model said about one exam.
 *
 * @param outputs one entry for each output that its manifest names, in that order
 * @param maps what explains them, where the manifest asks for it
 * @param warnings why the model may be wrong here, in sentences without the identity of a patient
 * @param notes how it came about, where that was otherwise than usual, likewise
 */
public record Prediction(
        List<OutputPrediction> outputs, List<PredictedMap> maps, List<String> warnings, List<String> notes) {

    public Prediction {
        outputs = List.copyOf(outputs);
        maps = List.copyOf(maps);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** With nothing to say of how it came about. */
    public Prediction(List<OutputPrediction> outputs, List<PredictedMap> maps, List<String> warnings) {
        this(outputs, maps, warnings, List.of());
    }

    public Prediction(List<OutputPrediction> outputs) {
        this(outputs, List.of(), List.of());
    }

    /** The same, with something more to say of how it came about. */
    public Prediction noting(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Prediction(outputs, maps, warnings, more);
    }
}
