package org.tandem.evaluate.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private record Numbered(int image, Mark mark) {}

    private record Found(int image, int place) {}

    /** Counts over all images. */
    public static Froc of(List<Image> images) {
        List<Numbered> marks = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            for (Mark mark : images.get(i).marks()) {
                marks.add(new Numbered(i, mark));
            }
        }
        marks.sort(Comparator.comparingDouble((Numbered n) -> n.mark().score()).reversed());
        long places = images.stream().mapToLong(Image::places).sum();
        return new Froc(points(marks, places, images.size()), places, images.size());
    }

    private static List<Point> points(List<Numbered> marks, long places, int images) {
        List<Point> points = new ArrayList<>();
        Set<Found> found = new HashSet<>();
        int wrong = 0;
        for (int i = 0; i < marks.size(); i++) {
            Numbered at = marks.get(i);
            double score = at.mark().score();
            if (at.mark().place() == Mark.NOWHERE) {
                wrong++;
            } else {
                found.add(new Found(at.image(), at.mark().place()));
            }
            if (i + 1 == marks.size() || marks.get(i + 1).mark().score() != score) {
                double sensitivity = places == 0 ? Double.NaN : (double) found.size() / places;
                points.add(new Point(score, (double) wrong / images, sensitivity));
            }
        }
        return points;
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

    /** Of all marks, however unsure; NaN without places. */
    public double sensitivity() {
        double none = places == 0 ? Double.NaN : 0;
        return points.isEmpty() ? none : points.get(points.size() - 1).sensitivity();
    }

    /** Of all marks, however unsure. */
    public double falsePerImage() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).falsePerImage();
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
