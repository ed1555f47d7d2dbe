package org.tandem.volume;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * How long and how wide a mask is in the slice in which it is longest, as lesions are measured on slices (RECIST 1.1,
 * doi:10.1016/j.ejca.2008.10.026). Its outline runs half-way between voxels inside and outside, so that one voxel of 1
 * mm is 1 mm long.
 *
 * @param longMm greatest distance of two points of the outline
 * @param shortMm extent perpendicular to it
 * @param z the slice
 */
public record MaskDiameters(double longMm, double shortMm, int z) {

    private record Point(double x, double y) {

        private double distance(Point other) {
            return Math.hypot(other.x - x, other.y - y);
        }
    }

    /** Of a mask with at least one voxel. */
    public static MaskDiameters of(Mask mask) {
        Size size = mask.grid().size();
        MaskDiameters longest = new MaskDiameters(0, 0, 0);
        for (int z = 0; z < size.z(); z++) {
            List<Point> hull = hull(outline(mask, z));
            MaskDiameters inSlice = inSlice(hull, z);
            longest = inSlice.longMm > longest.longMm ? inSlice : longest;
        }
        return longest;
    }

    private static MaskDiameters inSlice(List<Point> hull, int z) {
        double longest = 0;
        Point from = new Point(0, 0);
        Point to = from;
        for (int i = 0; i < hull.size(); i++) {
            for (int j = i + 1; j < hull.size(); j++) {
                double distance = hull.get(i).distance(hull.get(j));
                if (distance > longest) {
                    longest = distance;
                    from = hull.get(i);
                    to = hull.get(j);
                }
            }
        }
        return longest == 0 ? new MaskDiameters(0, 0, z) : new MaskDiameters(longest, across(hull, from, to), z);
    }

    /** Extent of the points perpendicular to the line from one point to another. */
    private static double across(List<Point> hull, Point from, Point to) {
        double length = from.distance(to);
        double normalX = -(to.y - from.y) / length;
        double normalY = (to.x - from.x) / length;
        double[] heights = hull.stream()
                .mapToDouble(point -> point.x * normalX + point.y * normalY)
                .sorted()
                .toArray();
        return heights[heights.length - 1] - heights[0];
    }

    /** The outermost points of the outline in each row and each column of a slice, in mm. */
    private static List<Point> outline(Mask mask, int z) {
        Size size = mask.grid().size();
        int[] top = new int[size.x()];
        int[] bottom = new int[size.x()];
        java.util.Arrays.fill(top, -1);
        List<Point> points = new ArrayList<>();
        BitSet voxels = mask.voxels();
        for (int y = 0; y < size.y(); y++) {
            int row = size.offset(0, y, z);
            int first = voxels.nextSetBit(row) - row;
            if (first < 0 || first >= size.x()) {
                continue;
            }
            int last = voxels.previousSetBit(row + size.x() - 1) - row;
            points.add(point(mask, first - 0.5, y));
            points.add(point(mask, last + 0.5, y));
            for (int x = first; x <= last; x++) {
                if (voxels.get(row + x)) {
                    top[x] = top[x] < 0 ? y : top[x];
                    bottom[x] = y;
                }
            }
        }
        for (int x = 0; x < size.x(); x++) {
            if (top[x] >= 0) {
                points.add(point(mask, x, top[x] - 0.5));
                points.add(point(mask, x, bottom[x] + 0.5));
            }
        }
        return points;
    }

    private static Point point(Mask mask, double x, double y) {
        Vector3 spacing = mask.grid().spacingMm();
        return new Point(x * spacing.x(), y * spacing.y());
    }

    /** The convex hull by Andrew's monotone chain (doi:10.1016/0020-0190(79)90072-3). */
    private static List<Point> hull(List<Point> points) {
        List<Point> sorted = points.stream()
                .distinct()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        List<Point> hull = new ArrayList<>(chain(sorted));
        List<Point> reversed = new ArrayList<>(sorted);
        java.util.Collections.reverse(reversed);
        hull.addAll(chain(reversed));
        return hull;
    }

    private static List<Point> chain(List<Point> sorted) {
        List<Point> chain = new ArrayList<>();
        for (Point point : sorted) {
            while (chain.size() > 1 && turn(chain.get(chain.size() - 2), chain.get(chain.size() - 1), point) <= 0) {
                chain.remove(chain.size() - 1);
            }
            chain.add(point);
        }
        return chain;
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }
}
