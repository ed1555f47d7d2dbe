package org.tandem.evaluate;

import java.util.List;
import org.tandem.evaluate.data.Truth;
import org.tandem.evaluate.metric.Froc;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/**
 * Which true places marks hit. A box hits a box where intersection over union is at least a half; a point, and any mark
 * of a nodule, where its middle lies in the ellipsoid within the true box, which of a nodule is less than its radius
 * away from its middle (LUNA16, doi:10.1016/j.media.2017.06.015). All in voxel indices: both are shares, so that the
 * size of voxels does not count.
 */
final class PlaceMatching {

    /** As in PASCAL VOC, doi:10.1007/s11263-009-0275-4. */
    private static final double LEAST_OVERLAP = 0.5;

    private PlaceMatching() {}

    /**
     * Marks of one label beside its true places; a mark that hits several places counts for the one that it hits best,
     * one that hits only a doubtful place for nothing.
     */
    static List<CaseRecord.OfMark> marks(List<PredictedPlace> predicted, Truth.Places truth) {
        return predicted.stream()
                .filter(mark -> counts(mark.shape(), truth))
                .map(mark -> new CaseRecord.OfMark(mark.probability(), place(mark.shape(), truth)))
                .toList();
    }

    /** Whether it is right or wrong: what hits only a doubtful place is neither. */
    static boolean counts(Shape mark, Truth.Places truth) {
        return place(mark, truth) != Froc.Mark.NOWHERE || hit(mark, truth.doubtful(), truth.hit()) == Froc.Mark.NOWHERE;
    }

    /** Whether it hits neither a true place nor a doubtful one. */
    static boolean isWrong(Shape mark, Truth.Places truth) {
        return place(mark, truth) == Froc.Mark.NOWHERE && counts(mark, truth);
    }

    /** The number of the true place that it hits, or {@link Froc.Mark#NOWHERE}. */
    static int place(Shape mark, Truth.Places truth) {
        return hit(mark, truth.places(), truth.hit());
    }

    private static int hit(Shape mark, List<Truth.Place> places, Truth.Hit how) {
        int best = Froc.Mark.NOWHERE;
        double most = 0;
        for (int i = 0; i < places.size(); i++) {
            double fit = how == Truth.Hit.BY_OVERLAP && mark instanceof Shape.Box box
                    ? overlap(box, places.get(i))
                    : nearness(mark, places.get(i));
            if (fit >= LEAST_OVERLAP && fit > most) {
                best = i;
                most = fit;
            }
        }
        return best;
    }

    /** Intersection over union. */
    private static double overlap(Shape.Box box, Truth.Place place) {
        double both = length(
                        box.from().x(),
                        box.to().x(),
                        place.from().x(),
                        place.to().x())
                * length(
                        box.from().y(),
                        box.to().y(),
                        place.from().y(),
                        place.to().y())
                * length(
                        box.from().z(),
                        box.to().z(),
                        place.from().z(),
                        place.to().z());
        return both / (volume(box.from(), box.to()) + volume(place.from(), place.to()) - both);
    }

    private static double length(double from, double to, double otherFrom, double otherTo) {
        return Math.max(0, Math.min(to, otherTo) - Math.max(from, otherFrom));
    }

    private static double volume(Vector3 from, Vector3 to) {
        Vector3 edges = to.minus(from);
        return edges.x() * edges.y() * edges.z();
    }

    /** 1 in the middle of the ellipsoid, a half on its surface, less outside. */
    private static double nearness(Shape mark, Truth.Place place) {
        Vector3 off = mark.centre().minus(place.centre());
        Vector3 radii = place.to().minus(place.from()).times(0.5);
        double distance = Math.hypot(Math.hypot(off.x() / radii.x(), off.y() / radii.y()), off.z() / radii.z());
        return 1 - distance / 2;
    }
}
