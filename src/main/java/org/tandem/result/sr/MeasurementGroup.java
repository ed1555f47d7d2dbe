package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;
import static org.tandem.result.sr.Related.hasConceptMod;
import static org.tandem.result.sr.Related.hasObsContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Tag;
import org.tandem.model.Measurement;
import org.tandem.result.finding.Finding;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.DecimalString;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.NumItem;
import org.tandem.result.sr.ContentItem.TextItem;
import org.tandem.result.sr.ContentItem.UidRefItem;

/**
 * What is said of one segment: Volumetric ROI Measurements (PS3.16 TID 1411) where it has voxels, otherwise Measurement
 * and Qualitative Evaluation Group (TID 1501) with its absence.
 */
record MeasurementGroup(ResultContext context, Finding finding, Optional<ResultObject> segmentation) {

    /** Finer than any voxel grid justifies, short enough to read: 1549934.62 mm³ of a brain. */
    private static final int SIGNIFICANT_DIGITS = 9;

    Container root() {
        List<Related> children = new ArrayList<>(head());
        if (finding instanceof Finding.Segmented segmented) {
            children.addAll(region(segmented));
            segmented.measurements().forEach(m -> children.add(contains(measured(m, segmented))));
            return new Container(Concepts.MEASUREMENT_GROUP, "1411", children);
        }
        children.add(contains(new CodeItem(Concepts.PRESENCE_OF_PROPERTY, Concepts.ABSENT)));
        return new Container(Concepts.MEASUREMENT_GROUP, "1501", children);
    }

    /** Rows that both templates begin with: tracking, finding, algorithm (TID 4019). */
    private List<Related> head() {
        Algorithm algorithm = context.algorithm();
        return List.of(
                hasObsContext(new TextItem(
                        Concepts.TRACKING_IDENTIFIER, finding.tracking().identifier())),
                hasObsContext(new UidRefItem(
                        Concepts.TRACKING_UNIQUE_IDENTIFIER, finding.tracking().uid())),
                contains(new CodeItem(
                        Concepts.FINDING_CATEGORY, finding.meaning().category())),
                contains(new CodeItem(Concepts.FINDING, finding.meaning().type())),
                hasConceptMod(new TextItem(Concepts.ALGORITHM_NAME, algorithm.name())),
                hasConceptMod(new TextItem(Concepts.ALGORITHM_VERSION, algorithm.version())));
    }

    /** TID 1411 rows 7 and 12. */
    private List<Related> region(Finding.Segmented segmented) {
        ResultObject seg = segmentation.orElseThrow();
        ImageReference segment = ImageReference.toSegment(seg.sopClass(), seg.sopInstance(), segmented.number());
        return List.of(
                contains(new ImageItem(Optional.of(Concepts.REFERENCED_SEGMENT), segment)),
                contains(new UidRefItem(
                        Concepts.SOURCE_SERIES_FOR_SEGMENTATION,
                        context.header().requireUid(Tag.SERIES_INSTANCE_UID))));
    }

    private static NumItem measured(Measurement measurement, Finding.Segmented segmented) {
        return new NumItem(
                measurement.quantity(),
                DecimalString.of(measurement.valueOf(segmented.mask()), SIGNIFICANT_DIGITS),
                measurement.unit(),
                List.of(hasConceptMod(new CodeItem(Concepts.MEASUREMENT_METHOD, measurement.method()))));
    }
}
