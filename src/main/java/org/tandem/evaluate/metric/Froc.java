package org.tandem.evaluate.metric;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Free-response ROC: the share of true places that are found against false marks an image, at every threshold (Bunch et
 * al., doi:10.1117/12.955926). A place that is marked twice is found once; the second mark is neither true nor false.
 *
 * @param points the highest threshold first
 * @param places true places in all images
 * @param images with and without true places
 */
public record Froc(List<Point> points, long places, int images) {

    /** False marks a scan at which LUNA16 takes the mean sensitivity. doi:10.1016/j.media.2017.06.015. */
    private static final double[] LUNA_RATES = {0.125, 0.25, 0.5, 1, 2, 4, 8};

    public Froc {
        points = List.copyOf(points);
    }

    /** One threshold: a mark counts where its score is at least so high. */
    public record Point(double threshold, double falsePerImage, double sensitivity) {}

    /**
     * A mark that a model set.
     *
     * @param place the number of the true place that it hits, from 0; {@link #NOWHERE} if none
     */
    public record Mark(double score, int place) {

        public static final int NOWHERE = -1;
    }

    /** The marks on one image, and how many true places it has. */
    public record Image(List<Mark> marks, int places) {
        public Image {
            marks = List.copyOf(marks);
        }
    }

    /** Counts over all images, at every threshold. */
    public static Froc of(List<Image> images) {
        return FrocMarks.of(images).curve(IntStream.range(0, images.size()).toArray(), Double.POSITIVE_INFINITY);
    }

    /** Counts over images that were drawn, as far as LUNA16's last rate. */
    public static Froc drawn(FrocMarks marks, int[] chosen) {
        return marks.curve(chosen, LUNA_RATES[LUNA_RATES.length - 1]);
    }

    /** The sensitivity at a rate of false marks: linear between points, flat beyond the last; NaN without places. */
    public double sensitivityAt(double falsePerImage) {
        if (places == 0) {
            return Double.NaN;
        }
        Point below = new Point(Double.POSITIVE_INFINITY, 0, 0);
        for (Point point : points) {
            if (point.falsePerImage() > falsePerImage) {
                double share =
                        (falsePerImage - below.falsePerImage()) / (point.falsePerImage() - below.falsePerImage());
                return below.sensitivity() + share * (point.sensitivity() - below.sensitivity());
            }
            below = point;
        }
        return below.sensitivity();
    }

    /** Mean sensitivity at 1/8, 1/4, 1/2, 1, 2, 4 and 8 false marks an image; what LUNA16 ranks by. */
    public double competitionMetric() {
        double sum = 0;
        for (double rate : LUNA_RATES) {
            sum += sensitivityAt(rate);
        }
        return sum / LUNA_RATES.length;
    }
}
