package org.tandem.result.finding;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.model.Interval;
import org.tandem.model.Meaning;

/** What a regression output said of the source as a whole. */
public record RegressionFindings(List<Estimate> estimates) implements OutputFindings {

    public RegressionFindings {
        estimates = List.copyOf(estimates);
    }

    /**
     * One number.
     *
     * @param quantity what was estimated: its type is the concept name of the measurement
     * @param unit of UCUM
     */
    public record Estimate(Meaning quantity, double value, Code unit, Optional<Interval> interval) {}
}
