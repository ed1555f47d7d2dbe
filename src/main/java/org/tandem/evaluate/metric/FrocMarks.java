package org.tandem.evaluate.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The marks on many images, sorted once, so that the curves of a thousand draws of these images cost a pass each.
 * Immutable.
 */
public final class FrocMarks {

    private final List<Froc.Image> images;
    private final List<Ranked> ranked;

    /** What a mark is by itself; one that hits a place again is neither. */
    private enum Kind {
        FOUND,
        AGAIN,
        WRONG
    }

    private record Numbered(int image, Froc.Mark mark) {}

    private record Ranked(int image, double score, Kind kind) {}

    private record Place(int image, int place) {}

    private FrocMarks(List<Froc.Image> images, List<Ranked> ranked) {
        this.images = images;
        this.ranked = ranked;
    }

    /** Of images with and without true places. */
    public static FrocMarks of(List<Froc.Image> images) {
        List<Numbered> marks = new ArrayList<>();
        for (int i = 0; i < images.size(); i++) {
            for (Froc.Mark mark : images.get(i).marks()) {
                marks.add(new Numbered(i, mark));
            }
        }
        marks.sort(
                Comparator.comparingDouble((Numbered one) -> one.mark().score()).reversed());
        Set<Place> found = new HashSet<>();
        return new FrocMarks(
                List.copyOf(images),
                marks.stream()
                        .map(one -> new Ranked(one.image(), one.mark().score(), kind(one, found)))
                        .toList());
    }

    private static Kind kind(Numbered one, Set<Place> found) {
        if (one.mark().place() == Froc.Mark.NOWHERE) {
            return Kind.WRONG;
        }
        return found.add(new Place(one.image(), one.mark().place())) ? Kind.FOUND : Kind.AGAIN;
    }

    /**
     * The curve of these images, an image that is named twice counting as two.
     *
     * @param lastRate beyond so many false marks an image only the next point is told
     */
    Froc curve(int[] chosen, double lastRate) {
        int[] weights = new int[images.size()];
        long places = 0;
        for (int image : chosen) {
            weights[image]++;
            places += images.get(image).places();
        }
        List<Froc.Point> points = new ArrayList<>();
        long found = 0;
        long wrong = 0;
        for (int i = 0; i < ranked.size(); i++) {
            Ranked at = ranked.get(i);
            found += at.kind() == Kind.FOUND ? weights[at.image()] : 0;
            wrong += at.kind() == Kind.WRONG ? weights[at.image()] : 0;
            if (i + 1 == ranked.size() || ranked.get(i + 1).score() != at.score()) {
                double sensitivity = places == 0 ? Double.NaN : (double) found / places;
                points.add(new Froc.Point(at.score(), (double) wrong / chosen.length, sensitivity));
                if (wrong > lastRate * chosen.length) {
                    break;
                }
            }
        }
        return new Froc(points, places, chosen.length);
    }
}
