package org.tandem.model;

import java.util.Optional;
import org.tandem.dicom.Code;

/**
 * One number that a regression output tells.
 *
 * @param channel index in the last axis of the output tensor, from 0
 * @param meaning its type is the concept name of the measurement
 * @param unit of UCUM
 */
public record Quantity(int channel, Meaning meaning, Code unit, Scale scale) {

    /**
     * From what the network says to the unit: times the factor, plus the offset.
     *
     * @param error how far off the truth was at most in the share of cases that the level names, if that was measured;
     *     in the unit, as an interval about 0
     */
    public record Scale(double factor, double offset, Optional<Interval> error) {

        public double of(double said) {
            return said * factor + offset;
        }
    }
}
