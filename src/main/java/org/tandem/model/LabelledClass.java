package org.tandem.model;

import java.util.Optional;

/**
 * One class that a classification output tells.
 *
 * @param channel index in the last axis of the output tensor, from 0
 * @param operatingPoint where the model draws its line; empty where the most probable class is the one
 */
public record LabelledClass(int channel, Meaning meaning, Optional<OperatingPoint> operatingPoint) {}
