package org.tandem.result;

import java.util.EnumSet;
import java.util.Set;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.Encoding;
import org.tandem.result.seg.SegmentationOptions;
import org.tandem.result.sr.ReportForm;

/**
 * Which objects are wanted of a run.
 *
 * @param report the form of the report
 */
public record ResultPlan(Set<ResultKind> kinds, SegmentationOptions segmentation, ReportForm report) {

    /** What every viewer with AI results reads: where, and what. */
    public static final ResultPlan USUAL = ViewerProfile.USUAL.plan();

    /** What shows where something is to viewers that take no segmentation. */
    private static final Set<ResultKind> INSTEAD_OF_SEGMENTATION =
            EnumSet.of(ResultKind.SECONDARY_CAPTURE, ResultKind.PRESENTATION_STATE);

    public ResultPlan {
        kinds = Set.copyOf(kinds);
    }

    /** With the report in its richest form. */
    public ResultPlan(Set<ResultKind> kinds, SegmentationOptions segmentation) {
        this(kinds, segmentation, ReportForm.COMPREHENSIVE_3D);
    }

    /** These kinds, segmentations as usual. */
    public static ResultPlan of(Set<ResultKind> kinds) {
        return new ResultPlan(kinds, SegmentationOptions.USUAL);
    }

    public boolean wants(ResultKind kind) {
        return kinds.contains(kind);
    }

    /** The same with segmentations of another encoding. */
    public ResultPlan encodedAs(Encoding encoding) {
        return new ResultPlan(kinds, new SegmentationOptions(encoding, segmentation.whole()), report);
    }

    /** The same with a report of another form. */
    public ResultPlan reportedAs(ReportForm form) {
        return new ResultPlan(kinds, segmentation, form);
    }

    /** The same of these kinds. */
    public ResultPlan ofKinds(Set<ResultKind> others) {
        return new ResultPlan(others, segmentation, report);
    }

    /** The same for who takes no segmentation: pictures and marks in its place. */
    public ResultPlan withoutSegmentation() {
        Set<ResultKind> others = EnumSet.copyOf(INSTEAD_OF_SEGMENTATION);
        others.addAll(kinds);
        others.remove(ResultKind.SEGMENTATION);
        return ofKinds(others);
    }
}
