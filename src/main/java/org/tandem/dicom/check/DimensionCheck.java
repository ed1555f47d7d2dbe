package org.tandem.dicom.check;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;

/** Holds frames to their number and to the dimensions that they are indexed by (PS3.3 C.7.6.16, C.7.6.17). */
final class DimensionCheck {

    private static final String SECTION = "PS3.3 C.7.6.17";

    private final DataSet dataSet;
    private final List<DataSet> dimensions;
    private final CheckNotes notes;

    private DimensionCheck(DataSet dataSet, CheckNotes notes) {
        this.dataSet = dataSet;
        this.dimensions = dataSet.items(Tag.DIMENSION_INDEX_SEQUENCE);
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        DimensionCheck check = new DimensionCheck(dataSet, notes);
        check.pointers();
        check.frames(dataSet.items(GroupCheck.PER_FRAME));
    }

    private void frames(List<DataSet> frames) {
        int expected = Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        if (!frames.isEmpty() && frames.size() != expected) {
            String got = "got " + frames.size() + " items, expected " + expected + " of as many frames";
            notes.error(dataSet, GroupCheck.PER_FRAME, got, "PS3.3 C.7.6.16");
        }
        int number = 1;
        for (DataSet frame : frames) {
            Place place = Place.ROOT.item(GroupCheck.PER_FRAME, number++).item(Tag.FRAME_CONTENT_SEQUENCE, 1);
            for (DataSet content : frame.items(Tag.FRAME_CONTENT_SEQUENCE)) {
                content.element(Tag.DIMENSION_INDEX_VALUES).ifPresent(values -> {
                    values(content, values, place);
                    indexed(frame, values, place);
                });
            }
        }
    }

    private void values(DataSet content, Element values, Place place) {
        int[] indices = content.integers(Tag.DIMENSION_INDEX_VALUES);
        if (indices.length != dimensions.size()) {
            String got = "got " + indices.length + " values, expected " + dimensions.size() + " of as many dimensions";
            notes.error(place, values, got, SECTION);
        } else if (Arrays.stream(indices).anyMatch(index -> index < 1)) {
            notes.error(
                    place, values, "got " + Arrays.toString(indices) + ", expected values from 1 on", SECTION + ".1");
        }
    }

    /** What a frame is indexed by has to be of the frame: in its groups or in the shared ones. */
    private void indexed(DataSet frame, Element values, Place place) {
        for (DataSet dimension : dimensions) {
            int[] group = dimension.integers(Tag.FUNCTIONAL_GROUP_POINTER);
            int[] attribute = dimension.integers(Tag.DIMENSION_INDEX_POINTER);
            if (group.length == 1 && attribute.length == 1 && !hasInGroup(frame, group[0], attribute[0])) {
                String lacking = "has an index by " + Tag.format(attribute[0]) + ", which the frame lacks";
                notes.error(place, values, lacking, SECTION + ".1");
            }
        }
    }

    private boolean hasInGroup(DataSet frame, int group, int attribute) {
        return Stream.concat(Stream.of(frame), dataSet.items(GroupCheck.SHARED).stream())
                .flatMap(groups -> groups.items(group).stream())
                .anyMatch(item -> item.contains(attribute));
    }

    /** An attribute of a functional group is only found by the group's pointer. */
    private void pointers() {
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
