package org.tandem.volume;

import java.util.stream.IntStream;

/**
 * Resamples with a triangle as wide as the coarser of the two voxels along each axis, so that nothing finer than the
 * new voxels is taken for something coarse; where the new voxels are the finer ones, it is trilinear interpolation.
 * Weights beyond the image are left out, and the others add up to 1.
 */
final class Antialiasing {

    /** Axes that stray from each other by so little, in voxels over the whole grid, count as parallel. */
    private static final double PARALLEL_TOLERANCE = 1e-3;

    private Antialiasing() {}

    /** Exact where the axes of both grids are parallel, in whatever order; otherwise smoothed, then interpolated. */
    static Volume onto(Volume source, Grid target, float fill) {
        GridSteps steps = GridSteps.between(source.grid(), target);
        return steps.areParallel(target.size(), PARALLEL_TOLERANCE)
                ? parallel(source, target, steps, fill)
                : Resampling.linear(smoothed(source, steps), target, fill);
    }

    /** Each source axis resampled by itself, then the axes put in the order of the target. */
    private static Volume parallel(Volume source, Grid target, GridSteps steps, float fill) {
        int[] counts = {target.size().x(), target.size().y(), target.size().z()};
        VoxelBlock block = VoxelBlock.of(source);
        for (int axis = 0; axis < 3; axis++) {
            int along = steps.targetAxisOf(axis);
            double step = steps.step(along, axis);
            double reach = Math.max(1, Math.abs(step));
            block = block.along(axis, new VoxelBlock.Places(steps.start(axis), step, counts[along], reach));
        }
        float[] values = block.ordered(steps.sourceAxisOf(0), steps.sourceAxisOf(1), steps.sourceAxisOf(2));
        fillBeyond(values, target, source.grid(), fill);
        return new Volume(target, values);
    }

    private static void fillBeyond(float[] values, Grid target, Grid source, float fill) {
        Size size = target.size();
        IntStream.range(0, size.z()).parallel().forEach(z -> {
            for (int y = 0; y < size.y(); y++) {
                for (int x = 0; x < size.x(); x++) {
                    if (Resampling.isOutside(source.toIndex(target.toPatient(new Vector3(x, y, z))), source.size())) {
                        values[size.offset(x, y, z)] = fill;
                    }
                }
            }
        });
    }

    /** On the source's own grid, along each axis as far as a step of the target reaches. */
    private static Volume smoothed(Volume source, GridSteps steps) {
        VoxelBlock block = VoxelBlock.of(source);
        for (int axis = 0; axis < 3; axis++) {
            double reach = steps.extent(axis);
            if (reach > 1) {
                block = block.along(
                        axis, new VoxelBlock.Places(0, 1, block.counts().get(axis), reach));
            }
        }
        return new Volume(source.grid(), block.values());
    }
}
