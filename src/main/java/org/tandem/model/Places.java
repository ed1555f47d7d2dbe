package org.tandem.model;

import java.util.List;
import java.util.Optional;

/** How a network says where things are. */
public sealed interface Places {

    /** The tensor of scores, where it is not the output itself. */
    Optional<String> scores();

    /**
     * A list of boxes for each slice, window or volume, shape [N, boxes, 4 or 6].
     *
     * @param scores tensor of scores, [N, boxes] or [N, boxes, channels]
     * @param labels tensor of the number of the class of each box, [N, boxes], where scores have no channels
     */
    record Boxes(Optional<String> scores, Optional<String> labels, BoxForm form) implements Places {}

    /**
     * Shifts and logarithms of sizes relative to anchors, shape [N, anchors, 4 or 6], in the order of levels, slices,
     * rows, columns, ratios, sizes (doi:10.1109/TPAMI.2016.2577031).
     *
     * @param scores tensor of scores, [N, anchors] or [N, anchors, channels]
     * @param ratios of height to width; the area stays
     */
    record Anchors(Optional<String> scores, List<Level> levels, List<Double> ratios, Deviations deviations)
            implements Places {
        public Anchors {
            levels = List.copyOf(levels);
            ratios = List.copyOf(ratios);
        }
    }

    /**
     * Anchors of one resolution.
     *
     * @param stride distance of anchors, in voxels of the network's grid
     * @param sizes edges of anchors of ratio 1
     */
    record Level(int stride, List<Double> sizes) {
        public Level {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * How numbers are relative to an anchor: shifts are multiplied with a deviation and the anchor's edge, logarithms
     * of sizes with a deviation.
     */
    record Deviations(double shift, double size, AxisOrder order) {}

    /** Which axis comes first among shifts and among sizes. */
    enum AxisOrder {
        /** Rows first; of volumes slices, rows, columns. */
        YX,
        /** Columns first; of volumes columns, rows, slices. */
        XY
    }

    /**
     * A map of each class over the source, whose local maxima are what is found.
     *
     * @param radiusMm of two maxima nearer than this the lower one goes
     */
    record Peaks(double radiusMm) implements Places {
        @Override
        public Optional<String> scores() {
            return Optional.empty();
        }
    }

    /** How the numbers of a box are meant. */
    record BoxForm(Order order, Unit unit) {}

    /** What the numbers of a box are, in this order. */
    enum Order {
        YXYX,
        XYXY,
        /** Centre, then width and height. */
        CXCYWH,
        ZYXZYX,
        XYZXYZ,
        /** Centre, then extents along x, y, z. */
        CXCYCZWHD;

        /** Numbers of a box. */
        public int count() {
            return this == YXYX || this == XYXY || this == CXCYWH ? 4 : 6;
        }
    }

    /** What the numbers of a box count. */
    enum Unit {
        /** Voxels of the network's grid, from the outer edge of the first one. */
        PIXELS,
        /** Shares of the network's field of view. */
        NORMALISED
    }
}
