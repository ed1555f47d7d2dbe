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
        int slice = size.x() * size.y();
        float[] alongX = along(values, new Lines(size.x(), 1, size.y() * size.z(), line -> line * size.x()), kernel);
        float[] alongY = along(
                alongX,
                new Lines(size.y(), size.x(), size.x() * size.z(), line -> line / size.x() * slice + line % size.x()),
                kernel);
        return along(alongY, new Lines(size.z(), slice, slice, line -> line), kernel);
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

    private interface First {
        int of(int line);
    }

    /** All lines along one axis: how long, how far apart its voxels are in the array, how many, where each begins. */
    private record Lines(int length, int step, int count, First first) {}

    private static float[] along(float[] values, Lines lines, float[] kernel) {
        float[] blurred = new float[values.length];
        int radius = kernel.length / 2;
        IntStream.range(0, lines.count()).parallel().forEach(line -> {
            int first = lines.first().of(line);
            for (int i = 0; i < lines.length(); i++) {
                float sum = 0;
                for (int k = -radius; k <= radius; k++) {
                    int at = Math.max(0, Math.min(lines.length() - 1, i + k));
                    sum += kernel[k + radius] * values[first + at * lines.step()];
                }
                blurred[first + i * lines.step()] = sum;
            }
        });
        return blurred;
    }
}
