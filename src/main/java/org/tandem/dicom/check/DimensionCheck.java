package org.tandem.dicom.check;

import java.util.Arrays;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;

/** Holds frames to their number and to the dimensions that they are indexed by (PS3.3 C.7.6.16, C.7.6.17). */
final class DimensionCheck {

    private static final String SECTION = "PS3.3 C.7.6.17";

    private DimensionCheck() {}

    static void check(DataSet dataSet, CheckNotes notes) {
        List<DataSet> frames = dataSet.items(GroupCheck.PER_FRAME);
        int expected = Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (!frames.isEmpty() && frames.size() != expected) {
            String got = "got " + frames.size() + " items, expected " + expected + " of as many frames";
            notes.error(dataSet, GroupCheck.PER_FRAME, got, "PS3.3 C.7.6.16");
        }
        List<DataSet> dimensions = dataSet.items(Tag.DIMENSION_INDEX_SEQUENCE);
        pointers(dataSet, dimensions, notes);
        for (int i = 0; i < frames.size(); i++) {
            Place frame = Place.ROOT.item(GroupCheck.PER_FRAME, i + 1);
            for (DataSet content : frames.get(i).items(Tag.FRAME_CONTENT_SEQUENCE)) {
                content.element(Tag.DIMENSION_INDEX_VALUES)
                        .ifPresent(values -> values(
                                content, values, dimensions.size(), frame.item(Tag.FRAME_CONTENT_SEQUENCE, 1), notes));
            }
        }
    }

    private static void values(DataSet content, Element values, int dimensions, Place place, CheckNotes notes) {
        int[] indices = content.integers(Tag.DIMENSION_INDEX_VALUES);
        if (indices.length != dimensions) {
            String got = "got " + indices.length + " values, expected " + dimensions + " of as many dimensions";
            notes.error(place, values, got, SECTION);
        } else if (Arrays.stream(indices).anyMatch(index -> index < 1)) {
            notes.error(
                    place, values, "got " + Arrays.toString(indices) + ", expected values from 1 on", SECTION + ".1");
        }
    }

    /** An attribute of a functional group is only found by the group's pointer. */
    private static void pointers(DataSet dataSet, List<DataSet> dimensions, CheckNotes notes) {
        int number = 1;
        for (DataSet dimension : dimensions) {
            int[] pointer = dimension.integers(Tag.DIMENSION_INDEX_POINTER);
            if (pointer.length == 1
                    && !dataSet.contains(pointer[0])
                    && !dimension.hasValue(Tag.FUNCTIONAL_GROUP_POINTER)) {
                String missing = "is missing or empty, Type 1C, required of an attribute of a functional group";
                notes.missing(
                        Place.ROOT.item(Tag.DIMENSION_INDEX_SEQUENCE, number),
                        Tag.FUNCTIONAL_GROUP_POINTER,
                        missing,
                        SECTION);
            }
            number++;
        }
    }
}
