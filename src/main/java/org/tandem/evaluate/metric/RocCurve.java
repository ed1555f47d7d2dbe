package org.tandem.evaluate.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * The receiver operating characteristic: what share is found of those that have the class, against that of those that
 * do not, at every threshold (Hanley and McNeil, doi:10.1148/radiology.143.1.7063747).
 *
 * @param points from (0, 0) at an infinite threshold to (1, 1); tied cases make one slanted step
 */
public record RocCurve(List<Point> points) {

    public RocCurve {
        points = List.copyOf(points);
    }

    /** One threshold: found where the score is at least so high. */
    public record Point(double threshold, double falsePositiveShare, double truePositiveShare) {}

    /** Without points where only one kind of case is there. */
    public static RocCurve of(Scores scores) {
        List<Point> points = new ArrayList<>();
        if (scores.hasBoth()) {
            points.add(new Point(Double.POSITIVE_INFINITY, 0, 0));
            scores.descending((threshold, truePositives, falsePositives) -> points.add(new Point(
                    threshold,
                    (double) falsePositives / scores.negatives(),
                    (double) truePositives / scores.positives())));
        }
        return new RocCurve(points);
    }

    /** The area under it, by trapezoids: the share of pairs in which the positive case scores higher, ties half. */
    public double area() {
        double area = points.isEmpty() ? Double.NaN : 0;
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            area += (right.falsePositiveShare() - left.falsePositiveShare())
                    * (left.truePositiveShare() + right.truePositiveShare())
                    / 2;
        }
        return area;
    }
}
