package org.tandem.model;

import java.util.Optional;

/**
 * Where a model draws its line, and what is known of it there.
 *
 * @param threshold probability from which on something counts as found, 0 to 1
 * @param sensitivity share of those that have it and are found, measured at this threshold
 * @param specificity share of those that do not have it and are not found, measured at this threshold
 * @param measuredOn data, split and number on which the two were measured; empty if they were not
 */
public record OperatingPoint(
        double threshold, Optional<Double> sensitivity, Optional<Double> specificity, String measuredOn) {

    public static OperatingPoint at(double threshold) {
        return new OperatingPoint(threshold, Optional.empty(), Optional.empty(), "");
    }
}
