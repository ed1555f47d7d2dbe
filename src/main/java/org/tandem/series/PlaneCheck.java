package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.tandem.dicom.Tag;

/** Whether each plane says where it lies, and all are of one orientation, matrix and pixel spacing. */
final class PlaneCheck {

    /** Direction cosines written with few digits differ by so much and mean the same. */
    private static final double DIRECTION_TOLERANCE = 1e-4;

    /** Row and column direction may be off the right angle, or off length 1, by rounding only. */
    private static final double PERPENDICULAR_TOLERANCE = 1e-3;

    /** Pixel spacings that differ by this share of themselves move pixel 1000 by a tenth of a pixel. */
    private static final double SPACING_TOLERANCE = 1e-4;

    private PlaneCheck() {}

    static Optional<Refusal> missingGeometry(List<Slice> slices) {
        return slices.stream().flatMap(slice -> fault(slice).stream()).findFirst();
    }

    static Optional<Refusal> mixedOrientation(List<Slice> slices) {
        Majority majority = Majority.of(slices, PlaneCheck::parallel);
        return majority.odd()
                .map(odd -> difference(
                        ReasonCode.MIXED_ORIENTATION,
                        "Image Orientation (Patient)",
                        majority,
                        slice -> slice.attributes().imageOrientation()));
    }

    static Optional<Refusal> mixedGeometry(List<Slice> slices) {
        return differing(slices, "Rows\\Columns", PlaneCheck::matrix)
                .or(() -> differing(slices, "Pixel Spacing", PlaneCheck::sameSpacing, slice -> slice.attributes()
                        .pixelSpacing()))
                .or(() -> differing(
                        slices, "Frame of Reference UID", slice -> slice.image().strings(Tag.FRAME_OF_REFERENCE_UID)))
                .or(() -> mixedSeries(slices));
    }

    static Optional<Refusal> mixedSeries(List<Slice> slices) {
        return differing(slices, "Series Instance UID", slice -> slice.image().strings(Tag.SERIES_INSTANCE_UID));
    }

    private static Optional<Refusal> fault(Slice slice) {
        FrameAttributes attributes = slice.attributes();
        if (!Slice.areNumbers(attributes.imagePosition(), 3)) {
            return missing(slice, "Image Position (Patient)", attributes.imagePosition(), "three numbers");
        }
        if (!Slice.areNumbers(attributes.imageOrientation(), 6)) {
            return missing(slice, "Image Orientation (Patient)", attributes.imageOrientation(), "six numbers");
        }
        if (!Slice.areNumbers(attributes.pixelSpacing(), 2)
                || slice.rowSpacingMm() <= 0
                || slice.columnSpacingMm() <= 0) {
            return missing(slice, "Pixel Spacing", attributes.pixelSpacing(), "two positive numbers");
        }
        return isPerpendicular(slice)
                ? Optional.empty()
                : missing(
                        slice,
                        "Image Orientation (Patient)",
                        attributes.imageOrientation(),
                        "two directions of length 1 at a right angle");
    }

    private static Optional<Refusal> missing(Slice slice, String what, List<String> values, String expected) {
        String got = values.isEmpty() ? "none" : String.join("\\", values);
        return Optional.of(new Refusal(
                ReasonCode.MISSING_GEOMETRY, slice.name() + ", " + what + ": got " + got + ", expected " + expected));
    }

    private static boolean isPerpendicular(Slice slice) {
        return Math.abs(slice.rowDirection().dot(slice.columnDirection())) < PERPENDICULAR_TOLERANCE
                && Math.abs(slice.rowDirection().length() - 1) < PERPENDICULAR_TOLERANCE
                && Math.abs(slice.columnDirection().length() - 1) < PERPENDICULAR_TOLERANCE;
    }

    private static boolean parallel(Slice a, Slice b) {
        return a.rowDirection().minus(b.rowDirection()).length() <= DIRECTION_TOLERANCE
                && a.columnDirection().minus(b.columnDirection()).length() <= DIRECTION_TOLERANCE;
    }

    private static boolean sameSpacing(Slice a, Slice b) {
        return Math.abs(a.rowSpacingMm() - b.rowSpacingMm()) <= SPACING_TOLERANCE * a.rowSpacingMm()
                && Math.abs(a.columnSpacingMm() - b.columnSpacingMm()) <= SPACING_TOLERANCE * a.columnSpacingMm();
    }

    private static List<String> matrix(Slice slice) {
        return java.util.stream.IntStream.concat(
                        slice.image().integer(Tag.ROWS).stream(), slice.image().integer(Tag.COLUMNS).stream())
                .mapToObj(Integer::toString)
                .toList();
    }

    private static Optional<Refusal> differing(
            List<Slice> slices, String what, Function<Slice, List<String>> property) {
        return differing(slices, what, (a, b) -> property.apply(a).equals(property.apply(b)), property);
    }

    private static Optional<Refusal> differing(
            List<Slice> slices, String what, BiPredicate<Slice, Slice> alike, Function<Slice, List<String>> property) {
        Majority majority = Majority.of(slices, alike);
        return majority.odd().map(odd -> difference(ReasonCode.MIXED_GEOMETRY, what, majority, property));
    }

    private static Refusal difference(
            ReasonCode reason, String what, Majority majority, Function<Slice, List<String>> property) {
        Slice odd = majority.odd().orElseThrow();
        return new Refusal(
                reason,
                odd.name() + ", " + what + ": got " + String.join("\\", property.apply(odd)) + ", expected "
                        + String.join("\\", property.apply(majority.usual())) + " as in "
                        + majority.usual().name());
    }
}
