package org.tandem.inference.decode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/** Makes one box through several slices of boxes that a network found slice by slice. */
final class SliceJoining {

    private SliceJoining() {}

    /** Boxes of one class on slices next to each other that overlap so much become one, as probable as the surest. */
    static List<Found> apply(List<Found> found, double overlap) {
        List<Chain> open = new ArrayList<>();
        List<Found> upwards = found.stream()
                .sorted(Comparator.comparingDouble(one -> one.from().z()))
                .toList();
        for (Found one : upwards) {
            int place = IntStream.range(0, open.size())
                    .filter(i -> open.get(i).continuesWith(one, overlap))
                    .findFirst()
                    .orElse(open.size());
            if (place == open.size()) {
                open.add(new Chain(one, one));
            } else {
                open.set(place, new Chain(union(open.get(place).all(), one), one));
            }
        }
        return open.stream().map(Chain::all).toList();
    }

    /** All of it so far, and its last slice. */
    private record Chain(Found all, Found last) {

        boolean continuesWith(Found next, double overlap) {
            double step = next.from().z() - last.from().z();
            boolean onNextSlice = step > 0.5 && step < 1.5;
            Vector3 down = new Vector3(0, 0, -step);
            Shape.Box beside = new Shape.Box(next.from().plus(down), next.to().plus(down));
            return onNextSlice
                    && next.channel() == last.channel()
                    && last.overlap(new Found(next.channel(), beside, next.score())) >= overlap;
        }
    }

    private static Found union(Found one, Found other) {
        Vector3 from = new Vector3(
                Math.min(one.from().x(), other.from().x()),
                Math.min(one.from().y(), other.from().y()),
                Math.min(one.from().z(), other.from().z()));
        Vector3 to = new Vector3(
                Math.max(one.to().x(), other.to().x()),
                Math.max(one.to().y(), other.to().y()),
                Math.max(one.to().z(), other.to().z()));
        return new Found(one.channel(), new Shape.Box(from, to), Math.max(one.score(), other.score()));
    }
}
