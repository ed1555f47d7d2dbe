package org.tandem.dicom.check;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/**
 * Holds planes to their geometry (PS3.3 C.7.6.2): orthonormal orientation, positive spacing; also in functional groups.
 */
final class PlaneCheck {

    /** What rounding to the 16 characters of DS, or to floats, may leave. */
    private static final double TOLERANCE = 1e-3;

    private PlaneCheck() {}

    static void check(DataSet dataSet, Place place, CheckNotes notes) {
        for (Element element : dataSet.elements()) {
            if (element.tag() == Tag.IMAGE_ORIENTATION_PATIENT) {
                orientation(dataSet, element, place, notes);
            } else if (element.tag() == Tag.PIXEL_SPACING) {
                spacing(dataSet, element, place, notes);
            } else if (element.value() instanceof Value.Items sequence) {
                int number = 1;
                for (DataSet item : sequence.items()) {
                    check(item, place.item(element.tag(), number++), notes);
                }
            }
        }
    }

    private static void orientation(DataSet dataSet, Element element, Place place, CheckNotes notes) {
        double[] cosines = dataSet.decimals(element.tag());
        if (cosines.length != 6) {
            return; // its multiplicity was checked
        }
        double row = dot(cosines, 0, 0);
        double column = dot(cosines, 3, 3);
        double between = dot(cosines, 0, 3);
        if (Math.abs(row - 1) > TOLERANCE || Math.abs(column - 1) > TOLERANCE || Math.abs(between) > TOLERANCE) {
            String got = String.format(
                    "got lengths %.4f and %.4f and the product %.4f, expected 1, 1 and 0",
                    Math.sqrt(row), Math.sqrt(column), between);
            notes.error(place, element, got, "PS3.3 C.7.6.2.1.1");
        }
    }

    private static double dot(double[] cosines, int first, int second) {
        return cosines[first] * cosines[second]
                + cosines[first + 1] * cosines[second + 1]
                + cosines[first + 2] * cosines[second + 2];
    }

    private static void spacing(DataSet dataSet, Element element, Place place, CheckNotes notes) {
        for (double millimetres : dataSet.decimals(element.tag())) {
            if (millimetres <= 0) {
                notes.error(place, element, "got " + millimetres + " mm, expected more than 0", "PS3.3 10.7.1.3");
            }
        }
    }
}
