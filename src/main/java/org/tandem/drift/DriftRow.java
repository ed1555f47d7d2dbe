package org.tandem.drift;

import org.tandem.model.ModelName;

/** A quantity of a model on images of a scanner, summed up. */
public record DriftRow(ModelName model, Scanner scanner, String quantity, Tally tally) {}
