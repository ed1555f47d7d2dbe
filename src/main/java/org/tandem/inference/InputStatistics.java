package org.tandem.inference;

import org.tandem.inference.input.DomainCheck;
import org.tandem.inference.input.Exam;
import org.tandem.inference.input.Preparation;
import org.tandem.inference.input.Statistics;
import org.tandem.model.Manifest;

/**
 * What a network is shown of an exam, summed up as {@link DomainCheck} looks at it.
 *
 * @param mean of all values after preparation
 * @param deviation their standard deviation
 */
public record InputStatistics(double mean, double deviation) {

    public static InputStatistics of(Manifest manifest, Exam exam) {
        Statistics all =
                Statistics.of(new Preparation(manifest.input()).of(exam).channels());
        return new InputStatistics(all.mean(), all.deviation());
    }
}
