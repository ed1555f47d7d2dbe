package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.Tag;
import org.tandem.model.MeasuredRegion;
import org.tandem.model.Measurement;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Finding.Presence;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SourceReferences;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.ImageItem;
import org.tandem.result.sr.ContentItem.UidRefItem;
import org.tandem.series.PictureGeometry;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Shape;

/**
 * What is said of one finding (PS3.16): Volumetric ROI Measurements (TID 1411) of what extends through slices, Planar
 * ROI Measurements (TID 1410) of what lies on one image, Measurement and Qualitative Evaluation Group (TID 1501) of
 * what is said of the source as a whole.
 */
record MeasurementGroup(ResultContext context, SeriesVolume input, Companions companions) {

    private static final String PLANAR = "1410";
    private static final String VOLUMETRIC = "1411";
    private static final String WHOLE = "1501";

    /** More images than these are named by the image library alone. */
    private static final int MOST_SOURCES = 8;

    Container root(Finding finding) {
        Optional<ResultObject> segmentation = companions.segmentation();
        if (finding instanceof Finding.Segmented segmented && segmentation.isPresent()) {
            return group(inPatient() ? VOLUMETRIC : PLANAR, finding, segmented(segmented, segmentation.get()));
        }
        if (finding instanceof Finding.Segmented segmented) {
            return group(WHOLE, finding, measurements(segmented));
        }
        if (finding instanceof Finding.Detected detected) {
            boolean flat = !inPatient() || detected.shape() instanceof Shape.Point;
            return group(flat ? PLANAR : VOLUMETRIC, finding, detected(detected));
        }
        if (finding instanceof Finding.Classified classified) {
            return group(WHOLE, finding, classified(classified));
        }
        return finding instanceof Finding.Estimated estimated
                ? group(WHOLE, finding, estimated(estimated))
                : group(WHOLE, finding, List.of(presence(Presence.ABSENT)));
    }

    private Container group(String template, Finding finding, List<Related> body) {
        List<Related> rows = new ArrayList<>(new GroupHead(context.algorithm(), finding).rows());
        rows.addAll(body);
        rows.addAll(companions.explanations(finding));
        return new Container(Concepts.MEASUREMENT_GROUP, template, rows);
    }

    private boolean inPatient() {
        return context.source().inPatient().isPresent();
    }

    private List<Related> segmented(Finding.Segmented finding, ResultObject seg) {
        List<Related> rows = new ArrayList<>();
        if (inPatient()) {
            // TID 1411 rows 7 and 12
            ImageReference segment = ImageReference.toSegment(seg.sopClass(), seg.sopInstance(), finding.number());
            rows.add(contains(new ImageItem(Optional.of(Concepts.REFERENCED_SEGMENT), segment)));
            rows.add(contains(new UidRefItem(
                    Concepts.SOURCE_SERIES_FOR_SEGMENTATION, context.header().requireUid(Tag.SERIES_INSTANCE_UID))));
        } else {
            // TID 1410: the frame of the segment on the one image, and the image
            ImageReference frame = ImageReference.toFrame(seg.sopClass(), seg.sopInstance(), frameOf(finding, seg));
            rows.add(contains(new ImageItem(Optional.of(Concepts.REFERENCED_SEGMENTATION_FRAME), frame)));
            ImageReference source = ImageReference.to(context.source().slices().get(0));
            rows.add(contains(new ImageItem(Optional.of(Concepts.SOURCE_IMAGE_FOR_SEGMENTATION), source)));
        }
        rows.add(contains(new Places(context, input.volume().grid()).centre(finding.mask())));
        rows.addAll(measurements(finding));
        return rows;
    }

    /** Of a picture a segment has one frame; a label map one for all. */
    private static int frameOf(Finding.Segmented finding, ResultObject seg) {
        boolean labels = seg.dataSet().requireString(Tag.SEGMENTATION_TYPE).equals("LABELMAP");
        return labels ? 1 : finding.number();
    }

    private List<Related> measurements(Finding.Segmented finding) {
        MeasuredRegion region = new MeasuredRegion(finding.mask(), input.volume());
        ImagingModality modality = ImagingModality.of(context.header());
        return finding.measurements().stream()
                .filter(this::canBeMade)
                .map(measurement -> contains(Numbers.measured(measurement, region, modality)))
                .toList();
    }

    /** Millimetres only where they hold in the patient; volumes, and values of pixels, only of what has such. */
    private boolean canBeMade(Measurement measurement) {
        boolean calibrated = !(context.source().geometry() instanceof PictureGeometry picture) || picture.calibrated();
        boolean hasValues = input.measured() || measurement.quantity().isPresent();
        return measurement.isOf(inPatient()) && (calibrated || !measurement.needsSpacing()) && hasValues;
    }

    private List<Related> detected(Finding.Detected finding) {
        List<Related> rows = new ArrayList<>(new Places(context, input.volume().grid()).of(finding.shape()));
        rows.add(contains(Numbers.probability(finding.probability(), Optional.empty())));
        return rows;
    }

    private List<Related> classified(Finding.Classified finding) {
        List<Related> rows = new ArrayList<>(sources());
        rows.add(contains(Numbers.probability(finding.probability(), finding.interval())));
        rows.add(presence(finding.presence()));
        return rows;
    }

    private List<Related> estimated(Finding.Estimated finding) {
        List<Related> rows = new ArrayList<>(sources());
        rows.add(contains(
                Numbers.number(finding.meaning().type(), finding.value(), finding.unit(), finding.interval())));
        return rows;
    }

    private List<Related> sources() {
        List<ImageReference> images = context.source().all().stream()
                .flatMap(source -> SourceReferences.of(source).images().stream())
                .toList();
        return images.size() > MOST_SOURCES
                ? List.of()
                : images.stream()
                        .map(image -> contains(new ImageItem(Optional.of(Concepts.SOURCE_OF_MEASUREMENT), image)))
                        .toList();
    }

    private static Related presence(Presence presence) {
        Code code =
                switch (presence) {
                    case PRESENT -> Concepts.PRESENT;
                    case ABSENT -> Concepts.ABSENT;
                    case UNDETERMINED -> Concepts.UNDETERMINED;
                };
        return contains(new CodeItem(Concepts.PRESENCE_OF_PROPERTY, code));
    }
}
