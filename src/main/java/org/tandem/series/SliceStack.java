package org.tandem.series;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * The planes of a series, and whether they make a volume. Checks go from identity over geometry of single planes to how
 * planes lie to each other; each stops at the first plane that it objects to, and later ones need what earlier ones
 * made sure of.
 */
final class SliceStack {

    /** Direction cosines written with few digits differ by so much and mean the same. */
    private static final double DIRECTION_TOLERANCE = 1e-4;

    /** Row and column direction may be off the right angle, or off length 1, by rounding only. */
    private static final double PERPENDICULAR_TOLERANCE = 1e-3;

    /** Positions are written with few digits: 0.02 mm is far below any voxel. */
    private static final double POSITION_TOLERANCE_MM = 0.02;

    /** Steps between slices may differ by so much of the usual step. */
    private static final double STEP_TOLERANCE = 0.01;

    /**
     * Sideways shift for each mm along the normal; half a degree of tilt, the smallest that gantries are set to is 1°.
     */
    private static final double SHEAR_TOLERANCE = Math.tan(Math.toRadians(0.5));

    private static final int MIN_SLICES = 2;

    private final List<Slice> slices;

    SliceStack(List<DicomFile> images) {
        List<Slice> all =
                images.stream().flatMap(image -> Slice.of(image).stream()).toList();
        this.slices = hasGeometry(all) ? sorted(all) : all;
    }

    /** In order along the normal, if {@link #check} has no objection. */
    List<Slice> slices() {
        return slices;
    }

    /** Why the planes make no volume; empty if they do. */
    List<Refusal> check() {
        List<Function<SliceStack, Optional<Refusal>>> checks = List.of(
                SliceStack::tooFew,
                SliceStack::mixedPatient,
                SliceStack::missingGeometry,
                SliceStack::mixedOrientation,
                SliceStack::mixedGeometry,
                SliceStack::duplicatePosition,
                SliceStack::gap,
                SliceStack::sheared);
        for (Function<SliceStack, Optional<Refusal>> check : checks) {
            Optional<Refusal> refusal = check.apply(this);
            if (refusal.isPresent()) {
                return List.of(refusal.get());
            }
        }
        return List.of();
    }

    Grid grid() {
        Slice first = first();
        int depth = slices.size();
        double step = (distance(slices.get(depth - 1)) - distance(first)) / (depth - 1);
        Size size = new Size(
                first.image().requireInteger(Tag.COLUMNS), first.image().requireInteger(Tag.ROWS), depth);
        List<String> spacing = first.attributes().pixelSpacing();
        return new Grid(
                size,
                new Axes(first.rowDirection().unit(), first.columnDirection().unit(), normal()),
                new Vector3(Double.parseDouble(spacing.get(1)), Double.parseDouble(spacing.get(0)), step),
                first.position());
    }

    SourceSeries source() {
        FrameAttributes attributes = first().attributes();
        SliceGeometry geometry = new SliceGeometry(
                attributes.imageOrientation(), attributes.pixelSpacing(), attributes.sliceThickness());
        DataSet header = withoutPixels(first().image());
        return new SourceSeries(header, slices.stream().map(Slice::source).toList(), geometry);
    }

    private Optional<Refusal> tooFew() {
        return slices.size() < MIN_SLICES
                ? refusal(
                        ReasonCode.TOO_FEW_SLICES, "got " + slices.size() + " slices, expected at least " + MIN_SLICES)
                : Optional.empty();
    }

    private Optional<Refusal> mixedPatient() {
        int[] identity = {Tag.PATIENT_ID, Tag.PATIENT_NAME, Tag.PATIENT_BIRTH_DATE, Tag.STUDY_INSTANCE_UID};
        for (int tag : identity) {
            Optional<Slice> other = odd(slice -> slice.image().strings(tag));
            if (other.isPresent()) {
                return refusal(
                        ReasonCode.MIXED_PATIENT,
                        other.get().name() + ": got another " + Tag.format(tag) + " than " + first().name()
                                + ", expected one patient and study");
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> missingGeometry() {
        return slices.stream()
                .filter(slice -> !hasGeometry(List.of(slice)))
                .findFirst()
                .map(slice -> new Refusal(ReasonCode.MISSING_GEOMETRY, slice.name() + ": " + geometryFault(slice)));
    }

    private Optional<Refusal> mixedOrientation() {
        return slices.stream()
                .filter(slice ->
                        slice.rowDirection().minus(first().rowDirection()).length() > DIRECTION_TOLERANCE
                                || slice.columnDirection()
                                                .minus(first().columnDirection())
                                                .length()
                                        > DIRECTION_TOLERANCE)
                .findFirst()
                .map(slice -> new Refusal(
                        ReasonCode.MIXED_ORIENTATION,
                        slice.name() + ": got orientation "
                                + String.join("\\", slice.attributes().imageOrientation()) + ", expected "
                                + String.join("\\", first().attributes().imageOrientation()) + " as in "
                                + first().name()));
    }

    private Optional<Refusal> mixedGeometry() {
        return differing(
                        "Rows\\Columns",
                        slice -> List.of(
                                slice.image().integer(Tag.ROWS), slice.image().integer(Tag.COLUMNS)))
                .or(() -> differing("Pixel Spacing", slice -> slice.attributes().pixelSpacing().stream()
                        .map(Double::valueOf)
                        .toList()))
                .or(() -> differing(
                        "Frame of Reference UID", slice -> slice.image().strings(Tag.FRAME_OF_REFERENCE_UID)));
    }

    private Optional<Refusal> differing(String what, Function<Slice, Object> property) {
        return odd(property)
                .map(slice -> new Refusal(
                        ReasonCode.MIXED_GEOMETRY,
                        slice.name() + ", " + what + ": got " + property.apply(slice) + ", expected "
                                + property.apply(first()) + " as in " + first().name()));
    }

    private Optional<Refusal> duplicatePosition() {
        for (int i = 1; i < slices.size(); i++) {
            if (step(i) < POSITION_TOLERANCE_MM) {
                return refusal(
                        ReasonCode.DUPLICATE_POSITION,
                        slices.get(i).name() + ": got position "
                                + String.join("\\", slices.get(i).attributes().imagePosition()) + ", where "
                                + slices.get(i - 1).name() + " lies already");
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> gap() {
        double usual = IntStream.range(1, slices.size())
                .mapToDouble(this::step)
                .sorted()
                .toArray()[(slices.size() - 1) / 2];
        for (int i = 1; i < slices.size(); i++) {
            if (Math.abs(step(i) - usual) > Math.max(POSITION_TOLERANCE_MM, STEP_TOLERANCE * usual)) {
                return refusal(
                        ReasonCode.SLICE_GAP,
                        String.format(
                                Locale.ROOT,
                                "%s: got a step of %.3f mm from %s, expected %.3f mm",
                                slices.get(i).name(),
                                step(i),
                                slices.get(i - 1).name(),
                                usual));
            }
        }
        return Optional.empty();
    }

    private Optional<Refusal> sheared() {
        Slice last = slices.get(slices.size() - 1);
        Vector3 along = last.position().minus(first().position());
        double height = along.dot(normal());
        double sideways = along.minus(normal().times(height)).length();
        return sideways > POSITION_TOLERANCE_MM + SHEAR_TOLERANCE * height
                ? refusal(
                        ReasonCode.SHEARED_GEOMETRY,
                        String.format(
                                Locale.ROOT,
                                "%s: got a sideways shift of %.2f mm over %.2f mm from %s, expected slices above each other",
                                last.name(),
                                sideways,
                                height,
                                first().name()))
                : Optional.empty();
    }

    private Slice first() {
        return slices.get(0);
    }

    private Vector3 normal() {
        return first().rowDirection().cross(first().columnDirection()).unit();
    }

    private double distance(Slice slice) {
        return slice.position().dot(normal());
    }

    private double step(int i) {
        return distance(slices.get(i)) - distance(slices.get(i - 1));
    }

    /** The first plane that differs from the first one of all. */
    private Optional<Slice> odd(Function<Slice, Object> property) {
        Object expected = property.apply(first());
        return slices.stream()
                .filter(slice -> !property.apply(slice).equals(expected))
                .findFirst();
    }

    private static Optional<Refusal> refusal(ReasonCode reason, String message) {
        return Optional.of(new Refusal(reason, message));
    }

    private static boolean hasGeometry(List<Slice> slices) {
        return !slices.isEmpty()
                && slices.stream().allMatch(slice -> geometryFault(slice).isEmpty());
    }

    private static String geometryFault(Slice slice) {
        FrameAttributes attributes = slice.attributes();
        if (!Slice.areNumbers(attributes.imagePosition(), 3)) {
            return "got no usable Image Position (Patient), expected three numbers";
        }
        if (!Slice.areNumbers(attributes.imageOrientation(), 6)) {
            return "got no usable Image Orientation (Patient), expected six numbers";
        }
        if (!Slice.areNumbers(attributes.pixelSpacing(), 2)
                || attributes.pixelSpacing().stream().anyMatch(mm -> Double.parseDouble(mm) <= 0)) {
            return "got no usable Pixel Spacing, expected two positive numbers";
        }
        boolean perpendicular = Math.abs(slice.rowDirection().dot(slice.columnDirection())) < PERPENDICULAR_TOLERANCE
                && Math.abs(slice.rowDirection().length() - 1) < PERPENDICULAR_TOLERANCE
                && Math.abs(slice.columnDirection().length() - 1) < PERPENDICULAR_TOLERANCE;
        return perpendicular ? "" : "got an Image Orientation (Patient) of directions that are not perpendicular units";
    }

    private static List<Slice> sorted(List<Slice> slices) {
        Vector3 normal = slices.get(0).rowDirection().cross(slices.get(0).columnDirection());
        return slices.stream()
                .sorted(Comparator.comparingDouble(slice -> slice.position().dot(normal)))
                .toList();
    }

    private static DataSet withoutPixels(DataSet image) {
        return image.toBuilder().remove(Tag.PIXEL_DATA).build();
    }
}
