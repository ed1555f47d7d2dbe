package org.tandem.result.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Planes of frames that lie above each other at equal steps, in any order, several at one position, some left out: the
 * grid that they are slices of. Sorted by position · normal, never by number.
 */
final class PlaneStack {

    /** Positions are written with few digits: 0.02 mm is far below most voxels. */
    private static final double POSITION_TOLERANCE_MM = 0.02;

    /** How far a plane may lie off its slice, as a share of the step. */
    private static final double OFF_SLICE = 0.05;

    /** Sideways shift for each mm along the normal: half a degree. */
    private static final double SHEAR_TOLERANCE = Math.tan(Math.toRadians(0.5));

    private static final double SPACING_TOLERANCE = 1e-3;

    /** More slices than any scanner makes; frames that claim it are damaged, not sparse. */
    private static final int MAX_SLICES = 1 << 14;

    private final String what;
    private final List<FramePlane> planes;
    private final FramePlane any;
    private final Vector3 normal;

    private PlaneStack(String what, List<FramePlane> planes) {
        this.what = what;
        this.planes = planes;
        this.any = planes.get(0);
        this.normal = any.normal();
    }

    /**
     * The grid of at least one plane; refuses planes of several orientations or spacings, shifted sideways, or at
     * unequal steps.
     *
     * @param what for messages: whose frames these are
     * @param saidSpacingMm the distance of slices as the object says it, believed where positions are multiples of it
     */
    static Grid grid(String what, List<FramePlane> planes, OptionalDouble saidSpacingMm, int[] columnsAndRows) {
        return new PlaneStack(what, planes).grid(saidSpacingMm, columnsAndRows);
    }

    private Grid grid(OptionalDouble saidSpacingMm, int[] columnsAndRows) {
        planes.forEach(this::requireAligned);
        List<Double> heights = heights(saidSpacingMm);
        double least = heights.get(0);
        double extent = heights.get(heights.size() - 1) - least;
        double step = stepMm(heights, saidSpacingMm);
        long slices = 1 + steps(heights, step);
        if (slices > MAX_SLICES || slices * columnsAndRows[0] * columnsAndRows[1] > Integer.MAX_VALUE - 8) {
            throw refused(
                    "distance of frames",
                    slices + " slices of " + columnsAndRows[0] + "×" + columnsAndRows[1],
                    "at most " + MAX_SLICES + ", and fewer than 2³¹ voxels");
        }
        FramePlane lowest = planes.stream()
                .min((a, b) ->
                        Double.compare(a.position().dot(normal), b.position().dot(normal)))
                .orElse(any);
        return new Grid(
                new Size(columnsAndRows[0], columnsAndRows[1], (int) slices),
                new Axes(any.right(), any.down(), normal),
                new Vector3(any.columnSpacingMm(), any.rowSpacingMm(), slices > 1 ? extent / (slices - 1) : step),
                lowest.position());
    }

    private void requireAligned(FramePlane plane) {
        if (!plane.alignedWith(any)) {
            throw refused(
                    "orientation of a frame", plane.right() + ", " + plane.down(), any.right() + ", " + any.down());
        }
        if (differ(plane.columnSpacingMm(), any.columnSpacingMm())
                || differ(plane.rowSpacingMm(), any.rowSpacingMm())) {
            throw refused(
                    "pixel spacing of a frame",
                    plane.rowSpacingMm() + "\\" + plane.columnSpacingMm(),
                    any.rowSpacingMm() + "\\" + any.columnSpacingMm());
        }
        Vector3 along = plane.position().minus(any.position());
        double heightMm = along.dot(normal);
        double sidewaysMm = along.minus(normal.times(heightMm)).length();
        if (sidewaysMm > POSITION_TOLERANCE_MM + SHEAR_TOLERANCE * Math.abs(heightMm)) {
            throw refused(
                    "position of a frame",
                    String.format(Locale.ROOT, "%.3f mm sideways over %.3f mm", sidewaysMm, heightMm),
                    "frames above each other");
        }
    }

    private static boolean differ(double a, double b) {
        return Math.abs(a - b) > SPACING_TOLERANCE * b;
    }

    /** Where there are planes, ascending along the normal, each place once. */
    private List<Double> heights(OptionalDouble saidSpacingMm) {
        double scale = saidSpacingMm.orElse(Math.min(any.columnSpacingMm(), any.rowSpacingMm()));
        double tolerance = Math.min(POSITION_TOLERANCE_MM, OFF_SLICE * scale);
        List<Double> distinct = new ArrayList<>();
        planes.stream()
                .map(plane -> plane.position().dot(normal))
                .sorted()
                .filter(height -> distinct.isEmpty() || height - distinct.get(distinct.size() - 1) > tolerance)
                .forEachOrdered(distinct::add);
        return distinct;
    }

    /** What is said, where all steps are multiples of it, or else the least step, where all are multiples of that. */
    private double stepMm(List<Double> heights, OptionalDouble saidSpacingMm) {
        if (heights.size() == 1) {
            return saidSpacingMm.orElse(Math.min(any.columnSpacingMm(), any.rowSpacingMm()));
        }
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < heights.size(); i++) {
            least = Math.min(least, heights.get(i) - heights.get(i - 1));
        }
        if (saidSpacingMm.isPresent() && odd(heights, saidSpacingMm.getAsDouble()) < 0) {
            return saidSpacingMm.getAsDouble();
        }
        int odd = odd(heights, least);
        if (odd >= 0) {
            throw refused(
                    "position of a frame",
                    String.format(Locale.ROOT, "a step of %.4f mm", heights.get(odd) - heights.get(odd - 1)),
                    String.format(Locale.ROOT, "steps of %.4f mm or multiples of it", least));
        }
        return least;
    }

    /** Each step rounded by itself, so that what rounding of the step leaves does not add up. */
    private static long steps(List<Double> heights, double step) {
        long steps = 0;
        for (int i = 1; i < heights.size(); i++) {
            steps += Math.round((heights.get(i) - heights.get(i - 1)) / step);
        }
        return steps;
    }

    /** The first place that is no whole number of steps above the one before it; -1 where all are. */
    private static int odd(List<Double> heights, double step) {
        for (int i = 1; i < heights.size(); i++) {
            double steps = (heights.get(i) - heights.get(i - 1)) / step;
            if (Math.round(steps) < 1 || Math.abs(steps - Math.round(steps)) > OFF_SLICE) {
                return i;
            }
        }
        return -1;
    }

    private TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, what + ", " + where + ": got " + got + ", expected " + expected);
    }
}
