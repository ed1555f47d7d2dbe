package org.tandem.result.pr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ModuleWriter;

/**
 * Items of Graphic Object and Text Object Sequence (PS3.3 C.10.5), in pixels from the upper left corner of the image.
 */
final class Graphic {

    /** In Explicit VR a value of FL has at most 65 534 bytes (PS3.5 7.1.2): 8191 points of two times four bytes. */
    static final int MOST_POINTS = 65_534 / (2 * Float.BYTES);

    private Graphic() {}

    static DataSet point(double[] place) {
        return item("POINT", place);
    }

    /** A line through points, in as many pieces as it takes; each begins where the one before ends. */
    static List<DataSet> line(double[] points) {
        List<DataSet> pieces = new ArrayList<>();
        int count = points.length / 2;
        for (int first = 0; first < count - 1; first += MOST_POINTS - 1) {
            int end = Math.min(count, first + MOST_POINTS);
            pieces.add(item("POLYLINE", Arrays.copyOfRange(points, 2 * first, 2 * end)));
        }
        return pieces;
    }

    private static DataSet item(String type, double[] points) {
        return ModuleWriter.item(item -> {
            item.type1(Tag.GRAPHIC_ANNOTATION_UNITS, "PIXEL");
            item.type1(Tag.GRAPHIC_DIMENSIONS, 2);
            item.type1(Tag.NUMBER_OF_GRAPHIC_POINTS, points.length / 2);
            item.type1(Tag.GRAPHIC_DATA, points);
            item.type1(Tag.GRAPHIC_TYPE, type);
            item.type1C(closed(points), Tag.GRAPHIC_FILLED, "N");
        });
    }

    private static boolean closed(double[] points) {
        int last = points.length - 2;
        return last > 0
                && Double.compare(points[0], points[last]) == 0
                && Double.compare(points[1], points[last + 1]) == 0;
    }

    /** A text beside a place. */
    static DataSet text(String text, double x, double y) {
        return ModuleWriter.item(item -> {
            item.type1(Tag.ANCHOR_POINT_ANNOTATION_UNITS, "PIXEL");
            item.type1(Tag.UNFORMATTED_TEXT_VALUE, text);
            item.type1(Tag.ANCHOR_POINT, x, y);
            item.type1(Tag.ANCHOR_POINT_VISIBILITY, "N");
        });
    }

    /**
     * A text in a box of the displayed area, whatever the image's size.
     *
     * @param top 0 at the upper edge of what is displayed, 1 at the lower one
     */
    static DataSet textOnDisplay(String text, double top, double bottom) {
        return ModuleWriter.item(item -> {
            item.type1(Tag.BOUNDING_BOX_ANNOTATION_UNITS, "DISPLAY");
            item.type1(Tag.UNFORMATTED_TEXT_VALUE, text);
            item.type1(Tag.BOUNDING_BOX_TOP_LEFT_HAND_CORNER, 0.01, top);
            item.type1(Tag.BOUNDING_BOX_BOTTOM_RIGHT_HAND_CORNER, 0.99, bottom);
            item.type1(Tag.BOUNDING_BOX_TEXT_HORIZONTAL_JUSTIFICATION, "LEFT");
        });
    }
}
