package org.tandem.inference;

import java.util.List;

/** Makes maps that explain what was said. */
interface Explainer {

    List<PredictedMap> explain(Said said);

    /** What was shown, what was answered, and what that meant. */
    record Said(Prepared prepared, Answers answers, List<OutputPrediction> outputs, Answers.Grids grids) {}
}
