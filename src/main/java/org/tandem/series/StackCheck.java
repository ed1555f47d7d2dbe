package org.tandem.series;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.volume.Vector3;

/** Whether parallel planes lie above each other, one at each position, at equal steps. */
final class StackCheck {

    /** Positions are written with few digits: 0.02 mm is far below any voxel. */
    private static final double POSITION_TOLERANCE_MM = 0.02;

    /** Steps between slices may differ by so much of the usual step. */
    private static final double STEP_TOLERANCE = 0.01;

    /** Sideways shift for each mm along the normal: half a degree, where the smallest tilt that gantries take is 1°. */
    private static final double SHEAR_TOLERANCE = Math.tan(Math.toRadians(0.5));

    /** What often differs where slices share a position: then the series holds several volumes. */
    private static final int[] SEVERAL_VOLUMES = {
        Tag.ECHO_TIME, Tag.TEMPORAL_POSITION_IDENTIFIER, Tag.ACQUISITION_NUMBER, Tag.IMAGE_TYPE, Tag.ACQUISITION_TIME
    };

    private StackCheck() {}

    static Optional<Refusal> duplicatePosition(SliceStack stack) {
        List<Slice> slices = stack.slices();
        return IntStream.range(1, slices.size())
                .filter(i -> stack.stepMm(i) < POSITION_TOLERANCE_MM)
                .mapToObj(i -> new Refusal(
                        ReasonCode.DUPLICATE_POSITION,
                        slices.get(i).name() + ": got position "
                                + String.join("\\", slices.get(i).attributes().imagePosition()) + ", where "
                                + slices.get(i - 1).name() + " lies already, expected one slice at each position"
                                + differences(slices.get(i), slices.get(i - 1))))
                .findFirst();
    }

    static Optional<Refusal> gap(SliceStack stack) {
        int count = stack.slices().size();
        double usual = IntStream.range(1, count)
                .mapToDouble(stack::stepMm)
                .sorted()
                .skip((count - 1) / 2)
                .findFirst()
                .orElse(0);
        double tolerance = Math.max(POSITION_TOLERANCE_MM, STEP_TOLERANCE * usual);
        return IntStream.range(1, count)
                .filter(i -> Math.abs(stack.stepMm(i) - usual) > tolerance)
                .mapToObj(i -> new Refusal(
                        ReasonCode.SLICE_GAP,
                        String.format(
                                Locale.ROOT,
                                "%s: got a step of %.3f mm from %s, expected %.3f mm",
                                stack.slices().get(i).name(),
                                stack.stepMm(i),
                                stack.slices().get(i - 1).name(),
                                usual)))
                .findFirst();
    }

    /** A shift below the tolerance is left as it is: results refer to slices by their own positions, not the grid's. */
    static Optional<Refusal> sheared(SliceStack stack) {
        return stack.slices().stream()
                .flatMap(slice -> shear(stack, slice).stream())
                .findFirst();
    }

    private static Optional<Refusal> shear(SliceStack stack, Slice slice) {
        Vector3 along = slice.position().minus(stack.first().position());
        double heightMm = along.dot(stack.normal());
        double sidewaysMm = along.minus(stack.normal().times(heightMm)).length();
        return sidewaysMm <= POSITION_TOLERANCE_MM + SHEAR_TOLERANCE * heightMm
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ReasonCode.SHEARED_GEOMETRY,
                        String.format(
                                Locale.ROOT,
                                "%s: got a sideways shift of %.2f mm over %.2f mm from %s, expected slices above each other",
                                slice.name(),
                                sidewaysMm,
                                heightMm,
                                stack.first().name())));
    }

    private static String differences(Slice a, Slice b) {
        String names = IntStream.of(SEVERAL_VOLUMES)
                .filter(tag -> !a.image().strings(tag).equals(b.image().strings(tag)))
                .mapToObj(Dictionary::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; they differ in " + names;
    }
}
