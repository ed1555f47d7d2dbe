package org.tandem.volume;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Values on a block of voxels that is resampled axis by axis (0 for x, 1 for y, 2 for z).
 *
 * @param counts of voxels along each axis
 * @param values laid out z-y-x, x fastest; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, not compared
record VoxelBlock(List<Integer> counts, float[] values) {

    /**
     * Places along one axis, in voxels, and how far on both sides of each values count: half the base of a triangle.
     */
    record Places(double start, double step, int count, double reach) {

        double at(int index) {
            return start + index * step;
        }
    }

    VoxelBlock {
        counts = List.copyOf(counts);
    }

    static VoxelBlock of(Volume volume) {
        Size size = volume.grid().size();
        return new VoxelBlock(List.of(size.x(), size.y(), size.z()), volume.voxels());
    }

    /** Along one axis at these places instead, each the mean under its triangle. */
    VoxelBlock along(int axis, Places places) {
        int[] changed = counts.stream().mapToInt(Integer::intValue).toArray();
        changed[axis] = places.count();
        int inner = product(0, axis);
        int outer = product(axis + 1, 3);
        float[] result = new float[Math.multiplyExact(Math.multiplyExact(inner, places.count()), outer)];
        IntStream.range(0, places.count()).parallel().forEach(i -> {
            Triangle triangle = Triangle.of(places.at(i), places.reach(), counts.get(axis));
            for (int o = 0; o < outer; o++) {
                for (int in = 0; in < inner; in++) {
                    int from = (o * counts.get(axis) + triangle.first()) * inner + in;
                    result[(o * places.count() + i) * inner + in] = triangle.mean(values, from, inner);
                }
            }
        });
        return new VoxelBlock(Arrays.stream(changed).boxed().toList(), result);
    }

    private int product(int from, int to) {
        return counts.subList(from, to).stream().reduce(1, Math::multiplyExact);
    }

    /** The values with these axes as x, y and z. */
    float[] ordered(int x, int y, int z) {
        int[] strides = {1, counts.get(0), counts.get(0) * counts.get(1)};
        float[] result = new float[values.length];
        int next = 0;
        for (int k = 0; k < counts.get(z); k++) {
            for (int j = 0; j < counts.get(y); j++) {
                for (int i = 0; i < counts.get(x); i++) {
                    result[next++] = values[i * strides[x] + j * strides[y] + k * strides[z]];
                }
            }
        }
        return result;
    }

    /** Weights of neighbouring voxels, the first of which has this index; they add up to 1. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Triangle(int first, double[] weights) {

        /** About a place; of one beyond the image, where no voxel is within reach, the outermost has all the weight. */
        static Triangle of(double centre, double reach, int length) {
            int first = Math.max(0, Math.min(length - 1, (int) Math.ceil(centre - reach)));
            int last = Math.max(first, Math.min(length - 1, (int) Math.floor(centre + reach)));
            double[] weights = IntStream.rangeClosed(first, last)
                    .mapToDouble(voxel -> Math.max(0, 1 - Math.abs(voxel - centre) / reach))
                    .toArray();
            double sum = Arrays.stream(weights).sum();
            return new Triangle(
                    first,
                    sum == 0
                            ? new double[] {1}
                            : Arrays.stream(weights).map(weight -> weight / sum).toArray());
        }

        float mean(float[] values, int from, int stride) {
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * values[from + i * stride];
            }
            return (float) sum;
        }
    }
}
