package org.tandem.inference.prediction;

import java.util.Optional;
import org.tandem.model.Interval;
import org.tandem.model.LabelledClass;

/**
 * What a network said of one class.
 *
 * @param probability 0 to 1
 * @param present whether it is there, by its threshold or by being the one of several
 * @param interval of the probability, where a technique gave one
 */
public record PredictedClass(
        LabelledClass labelled, double probability, boolean present, Optional<Interval> interval) {}
