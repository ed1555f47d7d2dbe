package org.tandem.inference.prediction;

import org.tandem.model.Meaning;
import org.tandem.volume.Shape;

/**
 * Something that a network found somewhere.
 *
 * @param shape on the grid of the source
 * @param probability 0 to 1
 */
public record PredictedPlace(Meaning meaning, Shape shape, double probability) {}
