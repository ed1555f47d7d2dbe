package org.tandem.inference.prediction;

import java.util.Optional;
import org.tandem.model.Interval;
import org.tandem.model.Quantity;

/** A number that a network estimated, in the unit of the quantity. */
public record PredictedNumber(Quantity quantity, double value, Optional<Interval> interval) {}
