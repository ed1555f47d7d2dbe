package org.tandem.volume;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How one goes through a source while one goes through a target, in voxels of the source. Axes are 0 for x, 1 for y, 2
 * for z.
 *
 * @param start the target's first voxel
 * @param steps one voxel along each axis of the target
 */
record GridSteps(Vector3 start, List<Vector3> steps) {

    GridSteps {
        steps = List.copyOf(steps);
    }

    static GridSteps between(Grid source, Grid target) {
        Vector3 start = source.toIndex(target.origin());
        List<Vector3> steps = List.of(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)).stream()
                .map(unit -> source.toIndex(target.toPatient(unit)).minus(start))
                .toList();
        return new GridSteps(start, steps);
    }

    double start(int sourceAxis) {
        return along(start, sourceAxis);
    }

    double step(int targetAxis, int sourceAxis) {
        return along(steps.get(targetAxis), sourceAxis);
    }

    /** The axis of the source that an axis of the target goes along most. */
    int sourceAxisOf(int targetAxis) {
        int best = 0;
        for (int axis = 1; axis < 3; axis++) {
            best = Math.abs(step(targetAxis, axis)) > Math.abs(step(targetAxis, best)) ? axis : best;
        }
        return best;
    }

    /** The opposite, where the axes are parallel. */
    int targetAxisOf(int sourceAxis) {
        return IntStream.range(0, 3)
                .filter(axis -> sourceAxisOf(axis) == sourceAxis)
                .findFirst()
                .orElseThrow();
    }

    /** Whether each axis of a target of this size goes along one of the source, each along another. */
    boolean areParallel(Size size, double toleranceVoxels) {
        int[] counts = {size.x(), size.y(), size.z()};
        boolean distinct =
                IntStream.range(0, 3).map(this::sourceAxisOf).distinct().count() == 3;
        return distinct
                && IntStream.range(0, 3).allMatch(target -> IntStream.range(0, 3)
                        .filter(axis -> axis != sourceAxisOf(target))
                        .allMatch(axis -> Math.abs(step(target, axis)) * counts[target] <= toleranceVoxels));
    }

    /** How far a step of the target reaches along an axis of the source, all directions together. */
    double extent(int sourceAxis) {
        return Math.sqrt(IntStream.range(0, 3)
                .mapToDouble(target -> step(target, sourceAxis) * step(target, sourceAxis))
                .sum());
    }

    private static double along(Vector3 vector, int axis) {
        return axis == 0 ? vector.x() : axis == 1 ? vector.y() : vector.z();
    }
}
