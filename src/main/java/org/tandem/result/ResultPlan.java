package org.tandem.result;

import java.util.EnumSet;
import java.util.Set;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.SegmentationOptions;

/** Which objects are wanted of a run. */
public record ResultPlan(Set<ResultKind> kinds, SegmentationOptions segmentation) {

    /** What every viewer with AI results reads: where, and what. */
    public static final ResultPlan USUAL = new ResultPlan(
            EnumSet.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT), SegmentationOptions.USUAL);

    public ResultPlan {
        kinds = Set.copyOf(kinds);
    }

    /** These kinds, segmentations as usual. */
    public static ResultPlan of(Set<ResultKind> kinds) {
        return new ResultPlan(kinds, SegmentationOptions.USUAL);
    }

    boolean wants(ResultKind kind) {
        return kinds.contains(kind);
    }
}
