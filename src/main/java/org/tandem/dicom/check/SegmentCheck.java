package org.tandem.dicom.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** Holds the frames of a segmentation to its segments, and these to their numbers (PS3.3 C.8.20.2, C.8.20.3.1). */
final class SegmentCheck {

    private static final int SEGMENTATION_TYPE = Tag.of(0x0062, 0x0001);

    private SegmentCheck() {}

    static void check(DataSet dataSet, CheckNotes notes) {
        List<DataSet> segments = dataSet.items(Tag.SEGMENT_SEQUENCE);
        if (segments.isEmpty() || !dataSet.contains(SEGMENTATION_TYPE)) {
            return;
        }
        boolean labels =
                dataSet.string(SEGMENTATION_TYPE).filter("LABELMAP"::equals).isPresent();
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < segments.size(); i++) {
            int number = segments.get(i).integer(Tag.SEGMENT_NUMBER).orElse(-1);
            boolean wrong = labels ? !numbers.add(number) : number != i + 1;
            numbers.add(number);
            if (wrong && number >= 0) {
                String expected = labels ? ", which another segment has" : ", expected " + (i + 1);
                Place place = Place.ROOT.item(Tag.SEGMENT_SEQUENCE, i + 1);
                notes.missing(place, Tag.SEGMENT_NUMBER, "got " + number + expected, "PS3.3 C.8.20.2.4");
            }
        }
        references(dataSet, GroupCheck.SHARED, numbers, notes);
        references(dataSet, GroupCheck.PER_FRAME, numbers, notes);
    }

    private static void references(DataSet dataSet, int groups, Set<Integer> numbers, CheckNotes notes) {
        int item = 1;
        for (DataSet group : dataSet.items(groups)) {
            Place place = Place.ROOT.item(groups, item++);
            for (DataSet identification : group.items(Tag.SEGMENT_IDENTIFICATION_SEQUENCE)) {
                int number =
                        identification.integer(Tag.REFERENCED_SEGMENT_NUMBER).orElse(-1);
                if (number >= 0 && !numbers.contains(number)) {
                    String got = "got " + number + ", expected the number of a segment: " + numbers;
                    notes.missing(
                            place.item(Tag.SEGMENT_IDENTIFICATION_SEQUENCE, 1),
                            Tag.REFERENCED_SEGMENT_NUMBER,
                            got,
                            "PS3.3 C.8.20.3.1");
                }
            }
        }
    }
}
