package org.tandem.inference.explain;

import java.util.List;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.tensor.Answers;

/** Makes maps that explain what was said. */
public interface Explainer {

    List<PredictedMap> explain(Said said);

    /** What was shown, what was answered, and what that meant. */
    record Said(Prepared prepared, Answers answers, List<OutputPrediction> outputs, Answers.Grids grids) {}
}
