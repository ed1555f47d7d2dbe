package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.Code;
import org.tandem.dicom.Uid;

/**
 * What a report says of one finding (PS3.16 TID 1410, 1411, 1501).
 *
 * @param segments the segments, or frames of segmentations, that it is about
 * @param regions shapes on images or in space
 * @param images images of any other purpose, such as the source of a segmentation or of a measurement
 * @param evaluations what was answered in codes or words
 * @param algorithm what made it; of empty parts where nothing is told
 */
public record ReadMeasurementGroup(
        Optional<String> trackingId,
        Optional<Uid> trackingUid,
        Optional<Code> finding,
        Optional<Code> category,
        List<Site> sites,
        List<ItemValue.Instance> segments,
        List<ReadRegion> regions,
        List<ItemValue.Instance> images,
        Optional<Uid> sourceSeries,
        List<ReadMeasurement> measurements,
        List<Evaluation> evaluations,
        ReadAlgorithm algorithm) {

    /** Where it is. */
    public record Site(Code site, Optional<Code> laterality, Optional<Code> modifier) {}

    /** A question and its answer. */
    public record Evaluation(Code question, ItemValue answer) {}

    private static final List<ReportConcept> NO_EVALUATIONS = List.of(
            ReportConcept.FINDING,
            ReportConcept.FINDING_CATEGORY,
            ReportConcept.FINDING_SITE,
            ReportConcept.MEASUREMENT_METHOD,
            ReportConcept.GEOMETRIC_PURPOSE_OF_REGION);

    public ReadMeasurementGroup {
        sites = List.copyOf(sites);
        segments = List.copyOf(segments);
        regions = List.copyOf(regions);
        images = List.copyOf(images);
        measurements = List.copyOf(measurements);
        evaluations = List.copyOf(evaluations);
    }

    static ReadMeasurementGroup of(ReadReport report, ReportItem group) {
        return new ReadMeasurementGroup(
                ReportConcept.TRACKING_IDENTIFIER.text(group),
                uid(group, ReportConcept.TRACKING_UNIQUE_IDENTIFIER),
                ReportConcept.FINDING.code(group),
                ReportConcept.FINDING_CATEGORY.code(group),
                sites(group),
                instances(group, true),
                ReadRegion.all(report, group, ""),
                instances(group, false),
                uid(group, ReportConcept.SOURCE_SERIES_FOR_SEGMENTATION),
                group.children().stream()
                        .flatMap(child -> ReadMeasurement.of(child).stream())
                        .toList(),
                evaluations(group),
                algorithm(group));
    }

    private static Optional<Uid> uid(ReportItem group, ReportConcept concept) {
        return concept.text(group).filter(Uid::isValid).map(Uid::of);
    }

    private static List<Site> sites(ReportItem group) {
        return group.children().stream()
                .filter(ReportConcept.FINDING_SITE::names)
                .filter(child -> child.value() instanceof ItemValue.Coded)
                .map(child -> new Site(
                        ((ItemValue.Coded) child.value()).code(),
                        ReportConcept.LATERALITY.code(child),
                        ReportConcept.TOPOGRAPHICAL_MODIFIER.code(child)))
                .toList();
    }

    /** References to segments, or all others. */
    private static List<ItemValue.Instance> instances(ReportItem group, boolean ofSegments) {
        return group.children().stream()
                .filter(child -> child.value() instanceof ItemValue.Instance)
                .filter(child -> ofSegments
                        == (ReportConcept.REFERENCED_SEGMENT.names(child)
                                || ReportConcept.REFERENCED_SEGMENTATION_FRAME.names(child)))
                .map(child -> (ItemValue.Instance) child.value())
                .toList();
    }

    private static List<Evaluation> evaluations(ReportItem group) {
        return group.children().stream()
                .filter(child -> child.relationship().equals("CONTAINS"))
                .filter(child ->
                        child.valueType().equals("CODE") || child.valueType().equals("TEXT"))
                .filter(child -> child.concept().isPresent()
                        && NO_EVALUATIONS.stream().noneMatch(concept -> concept.names(child)))
                .map(child -> new Evaluation(child.concept().orElseThrow(), child.value()))
                .toList();
    }

    private static ReadAlgorithm algorithm(ReportItem group) {
        return new ReadAlgorithm(
                ReportConcept.ALGORITHM_NAME.text(group),
                ReportConcept.ALGORITHM_VERSION.text(group),
                ReportConcept.ALGORITHM_MANUFACTURER.text(group),
                ReportConcept.ALGORITHM_FAMILY.code(group),
                group.children().stream()
                        .filter(ReportConcept.ALGORITHM_PARAMETERS::names)
                        .map(child -> child.value().text())
                        .toList());
    }
}
