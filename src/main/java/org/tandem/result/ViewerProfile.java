package org.tandem.result;

import java.util.EnumSet;
import java.util.Set;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.SegmentationOptions;

/** What a family of viewers can show: which kinds of object they are sent. */
public enum ViewerProfile {
    /** Where, and what: segmentation and report, for archives that serve several viewers. */
    USUAL(EnumSet.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT)),
    /** OHIF overlays binary segmentations and lists reports; it reads no presentation states and no label maps. */
    OHIF(EnumSet.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT, ResultKind.SECONDARY_CAPTURE)),
    /** 3D Slicer reads segmentations, reports and parametric maps through its DICOM plug-ins. */
    SLICER(EnumSet.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT, ResultKind.PARAMETRIC_MAP)),
    /** Weasis shows segmentations, marks, key objects and documents; reports as text. */
    WEASIS(EnumSet.of(
            ResultKind.SEGMENTATION,
            ResultKind.STRUCTURED_REPORT,
            ResultKind.PRESENTATION_STATE,
            ResultKind.KEY_OBJECT_SELECTION,
            ResultKind.ENCAPSULATED_PDF)),
    /** A viewer that knows neither segmentations nor reports: pictures, marks, a page, and what belongs together. */
    PLAIN(EnumSet.of(
            ResultKind.SECONDARY_CAPTURE,
            ResultKind.PRESENTATION_STATE,
            ResultKind.ENCAPSULATED_PDF,
            ResultKind.KEY_OBJECT_SELECTION));

    private final Set<ResultKind> kinds;

    ViewerProfile(Set<ResultKind> kinds) {
        this.kinds = kinds;
    }

    public ResultPlan plan() {
        return new ResultPlan(kinds, SegmentationOptions.USUAL);
    }
}
