package org.tandem.evaluate.metric;

import java.util.Arrays;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Of every voxel, the exact distance to the nearest of a set, in mm, voxels of any proportions. One pass an axis over
 * the lower envelope of parabolas: Felzenszwalb and Huttenlocher, doi:10.4086/toc.2012.v008a019.
 */
final class DistanceTransform {

    /** Farther than any two voxels of any grid, and yet finite, so that differences of it are numbers. */
    private static final double FAR = 1e18;

    private final double[] squares;
    private final double[] line;
    private final double[] bounds;
    private final int[] vertices;

    private DistanceTransform(double[] squares, Size size) {
        this.squares = squares;
        int longest = Math.max(size.x(), Math.max(size.y(), size.z()));
        this.line = new double[longest];
        this.bounds = new double[longest + 1];
        this.vertices = new int[longest];
    }

    /** Squares of the distances, z-y-x; the set must not be empty. */
    static double[] squares(boolean[] set, Size size, Vector3 spacingMm) {
        double[] squares = new double[set.length];
        Arrays.setAll(squares, i -> set[i] ? 0 : FAR);
        DistanceTransform transform = new DistanceTransform(squares, size);
        int slice = size.x() * size.y();
        for (int start = 0; start < squares.length; start += size.x()) {
            transform.along(start, 1, size.x(), spacingMm.x());
        }
        for (int z = 0; z < size.z(); z++) {
            for (int x = 0; x < size.x(); x++) {
                transform.along(z * slice + x, size.x(), size.y(), spacingMm.y());
            }
        }
        for (int start = 0; start < slice; start++) {
            transform.along(start, slice, size.z(), spacingMm.z());
        }
        return squares;
    }

    /** One line of voxels: the least, over all its voxels, of their square plus that of the way to them. */
    private void along(int start, int stride, int count, double spacing) {
        for (int i = 0; i < count; i++) {
            line[i] = squares[start + i * stride];
        }
        int last = 0;
        vertices[0] = 0;
        bounds[0] = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < count; i++) {
            double crossing = crossing(vertices[last], i, spacing);
            while (crossing <= bounds[last]) {
                crossing = crossing(vertices[--last], i, spacing);
            }
            vertices[++last] = i;
            bounds[last] = crossing;
        }
        bounds[last + 1] = Double.POSITIVE_INFINITY;
        int lowest = 0;
        for (int i = 0; i < count; i++) {
            while (bounds[lowest + 1] < i * spacing) {
                lowest++;
            }
            double way = (i - vertices[lowest]) * spacing;
            squares[start + i * stride] = way * way + line[vertices[lowest]];
        }
    }

    /** Where, in mm along the line, the parabola of the later voxel falls below that of the earlier one. */
    private double crossing(int earlier, int later, double spacing) {
        double a = earlier * spacing;
        double b = later * spacing;
        return (line[later] + b * b - line[earlier] - a * a) / (2 * (b - a));
    }
}
