package org.tandem.result.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.Uid;

/** A structured report that was read: its tree, and what can be told from it without knowing its template. */
public record ReadReport(
        Uid sopClass,
        Optional<String> completion,
        Optional<String> verification,
        Optional<String> preliminary,
        ReportItem root) {

    private static final double MM3_PER_CM3 = 1000;

    /** The item at a place in the tree: 1 is the root, 1.2 its second child. */
    public Optional<ReportItem> item(List<Integer> path) {
        if (path.isEmpty() || path.get(0) != 1) {
            return Optional.empty();
        }
        ReportItem at = root;
        for (int number : path.subList(1, path.size())) {
            if (number < 1 || number > at.children().size()) {
                return Optional.empty();
            }
            at = at.children().get(number - 1);
        }
        return Optional.of(at);
    }

    /** Every number in the tree, in the order of the document. */
    public List<ReadMeasurement> measurements() {
        return root.all().flatMap(item -> ReadMeasurement.of(item).stream()).toList();
    }

    /** Every volume in the tree, in mm³, in the order of the document. */
    public List<Double> volumesMm3() {
        return measurements().stream()
                .filter(measurement -> ReportConcept.VOLUME.is(measurement.quantity()))
                .flatMap(ReadReport::mm3)
                .toList();
    }

    /** Every measurement group (PS3.16 TID 1410, 1411, 1501), in the order of the document. */
    public List<ReadMeasurementGroup> measurementGroups() {
        return root.all()
                .filter(item -> item.concept()
                        .filter(ReportConcept.MEASUREMENT_GROUP::is)
                        .isPresent())
                .map(item -> ReadMeasurementGroup.of(this, item))
                .toList();
    }

    /** Every shape in the tree, with what it is of. */
    public List<ReadRegion> regions() {
        return ReadRegion.all(this, root, "");
    }

    private static Stream<Double> mm3(ReadMeasurement measurement) {
        double factor =
                switch (measurement.unit().map(unit -> unit.value()).orElse("mm3")) {
                    case "mm3" -> 1;
                    case "cm3", "ml", "mL" -> MM3_PER_CM3;
                    case "l", "L" -> MM3_PER_CM3 * MM3_PER_CM3;
                    default -> Double.NaN;
                };
        return Stream.of(measurement.value().orElse(Double.NaN) * factor).filter(mm3 -> !Double.isNaN(mm3));
    }
}
