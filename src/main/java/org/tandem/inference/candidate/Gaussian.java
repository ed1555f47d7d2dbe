package org.tandem.inference.candidate;

import java.util.stream.IntStream;
import org.tandem.volume.Size;

/** Blurs with a Gaussian of equal width along all axes, in voxels; beyond the grid its border goes on. */
final class Gaussian {

    /** Beyond three widths lies less than 0.3 %. */
    private static final int WIDTHS = 3;

    private Gaussian() {}

    static float[] blur(float[] values, Size size, double sigma) {
        float[] kernel = kernel(sigma);
        float[] alongX = alongLines(values, size.x(), kernel);
        float[] alongY = alongRows(alongX, size.y(), size.x(), kernel);
        return alongRows(alongY, size.z(), size.x() * size.y(), kernel);
    }

    private static float[] kernel(double sigma) {
        int radius = Math.max(1, (int) Math.ceil(WIDTHS * sigma));
        double[] bell = IntStream.rangeClosed(-radius, radius)
                .mapToDouble(i -> Math.exp(-i * i / (2 * sigma * sigma)))
                .toArray();
        double sum = java.util.Arrays.stream(bell).sum();
        float[] kernel = new float[bell.length];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) (bell[i] / sum);
        }
        return kernel;
    }

    /** Along the axis whose voxels are neighbours in the array. */
    private static float[] alongLines(float[] values, int length, float[] kernel) {
        float[] blurred = new float[values.length];
        int radius = kernel.length / 2;
        IntStream.range(0, values.length / length).parallel().forEach(line -> {
            int first = line * length;
            for (int k = -radius; k <= radius; k++) {
                float weight = kernel[k + radius];
                int inside = Math.min(length, Math.max(0, -k));
                int beyond = Math.max(inside, Math.min(length, length - k));
                for (int i = 0; i < inside; i++) {
                    blurred[first + i] += weight * values[first];
                }
                for (int i = inside; i < beyond; i++) {
                    blurred[first + i] += weight * values[first + i + k];
                }
                for (int i = beyond; i < length; i++) {
                    blurred[first + i] += weight * values[first + length - 1];
                }
            }
        });
        return blurred;
    }

    /** Along an axis of so many rows, each of so many voxels that are neighbours in the array. */
    private static float[] alongRows(float[] values, int length, int row, float[] kernel) {
        float[] blurred = new float[values.length];
        int radius = kernel.length / 2;
        IntStream.range(0, values.length / row).parallel().forEach(each -> {
            int here = each % length;
            int first = each * row;
            for (int k = -radius; k <= radius; k++) {
                float weight = kernel[k + radius];
                int other = Math.max(0, Math.min(length - 1, here + k));
                int from = (each - here + other) * row;
                for (int i = 0; i < row; i++) {
                    blurred[first + i] += weight * values[from + i];
                }
            }
        });
        return blurred;
    }
}
