package org.tandem.work;

import java.util.OptionalLong;
import org.tandem.result.ResultPlan;

/**
 * What one destination is sent.
 *
 * @param plan the objects that it wants, unless a rule says otherwise
 * @param segmentationLimitBytes largest segmentation that it is sent, as it goes over the line; empty for any
 */
public record DestinationTerms(ResultPlan plan, OptionalLong segmentationLimitBytes) {

    /** Segmentation and report, of any size. */
    public static final DestinationTerms USUAL = new DestinationTerms(ResultPlan.USUAL, OptionalLong.empty());
}
