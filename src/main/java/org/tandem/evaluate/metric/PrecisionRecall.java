package org.tandem.evaluate.metric;

import java.util.ArrayList;
import java.util.List;

/**
 * Precision against recall at every threshold (Davis and Goadrich, doi:10.1145/1143844.1143874).
 *
 * @param points the highest threshold first
 */
public record PrecisionRecall(List<Point> points) {

    public PrecisionRecall {
        points = List.copyOf(points);
    }

    /** One threshold: found where the score is at least so high. */
    public record Point(double threshold, double recall, double precision) {}

    /** Without points where nothing is positive. */
    public static PrecisionRecall of(Scores scores) {
        List<Point> points = new ArrayList<>();
        if (scores.positives() > 0) {
            scores.descending((threshold, truePositives, falsePositives) -> points.add(new Point(
                    threshold,
                    (double) truePositives / scores.positives(),
                    (double) truePositives / (truePositives + falsePositives))));
        }
        return new PrecisionRecall(points);
    }

    /**
     * The precision at each step, weighted by how much recall the step adds; not interpolated, which would be
     * optimistic. The share of positives is what chance would reach.
     */
    public double averagePrecision() {
        double sum = points.isEmpty() ? Double.NaN : 0;
        double recall = 0;
        for (Point point : points) {
            sum += (point.recall() - recall) * point.precision();
            recall = point.recall();
        }
        return sum;
    }
}
