package org.tandem.inference;

import java.util.List;

/** What a model said about one volume: one entry for each output that its manifest names, in that order. */
public record Prediction(List<OutputPrediction> outputs) {

    public Prediction {
        outputs = List.copyOf(outputs);
    }
}
