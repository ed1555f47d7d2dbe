package org.tandem.dicom.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;

/**
 * Holds the references inside an object to the lists of what it refers to: those of a report's content to its evidence
 * (PS3.3 C.17.2), those of frames to the Common Instance Reference Module (C.12.2).
 */
final class ReferenceCheck {

    private static final List<Integer> GROUPS_WITH_REFERENCES =
            List.of(Tag.DERIVATION_IMAGE_SEQUENCE, Tag.SOURCE_IMAGE_SEQUENCE, Tag.REFERENCED_IMAGE_SEQUENCE);
    private static final List<String> WITH_COMMON_REFERENCES =
            List.of("1.2.840.10008.5.1.4.1.1.66.4", "1.2.840.10008.5.1.4.1.1.66.7", "1.2.840.10008.5.1.4.1.1.30");

    /** The class of each instance that is listed. */
    private final Map<String, String> listed = new HashMap<>();

    private final String list;
    private final String section;
    private final CheckNotes notes;

    private ReferenceCheck(String list, String section, CheckNotes notes) {
        this.list = list;
        this.section = section;
        this.notes = notes;
    }

    static void check(DataSet dataSet, CheckNotes notes) {
        if (dataSet.contains(ContentItem.CONTENT_SEQUENCE)) {
            ReferenceCheck evidence = new ReferenceCheck("the evidence sequences", "PS3.3 C.17.2.3", notes);
            evidence.list(dataSet.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE));
            evidence.list(dataSet.items(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE));
            evidence.content(dataSet, Place.ROOT);
        }
        if (dataSet.string(Tag.SOP_CLASS_UID)
                .filter(WITH_COMMON_REFERENCES::contains)
                .isPresent()) {
            ReferenceCheck common = new ReferenceCheck("the Common Instance Reference Module", "PS3.3 C.12.2", notes);
            common.list(List.of(dataSet));
            common.list(dataSet.items(Tag.STUDIES_CONTAINING_OTHER_REFERENCED_INSTANCES_SEQUENCE));
            common.frames(dataSet, GroupCheck.SHARED);
            common.frames(dataSet, GroupCheck.PER_FRAME);
        }
    }

    private void list(List<DataSet> studies) {
        for (DataSet study : studies) {
            for (DataSet series : study.items(Tag.REFERENCED_SERIES_SEQUENCE)) {
                series.items(Tag.REFERENCED_SOP_SEQUENCE).forEach(this::list);
                series.items(Tag.REFERENCED_INSTANCE_SEQUENCE).forEach(this::list);
            }
        }
    }

    private void list(DataSet reference) {
        reference
                .string(Tag.REFERENCED_SOP_INSTANCE_UID)
                .ifPresent(uid -> listed.put(
                        uid, reference.string(Tag.REFERENCED_SOP_CLASS_UID).orElse("")));
    }

    private void content(DataSet item, Place place) {
        references(item, Tag.REFERENCED_SOP_SEQUENCE, place);
        int number = 1;
        for (DataSet child : item.items(ContentItem.CONTENT_SEQUENCE)) {
            content(child, place.item(ContentItem.CONTENT_SEQUENCE, number++));
        }
    }

    private void frames(DataSet dataSet, int groups) {
        int number = 1;
        for (DataSet group : dataSet.items(groups)) {
            inGroup(group, Place.ROOT.item(groups, number++));
        }
    }

    private void inGroup(DataSet item, Place place) {
        for (Element element : item.elements()) {
            if (GROUPS_WITH_REFERENCES.contains(element.tag()) && element.value() instanceof Value.Items sequence) {
                references(item, element.tag(), place);
                int number = 1;
                for (DataSet inner : sequence.items()) {
                    inGroup(inner, place.item(element.tag(), number++));
                }
            }
        }
    }

    private void references(DataSet item, int sequence, Place place) {
        int number = 1;
        for (DataSet reference : item.items(sequence)) {
            reference(reference, place.item(sequence, number++));
        }
    }

    private void reference(DataSet reference, Place place) {
        String uid = reference.string(Tag.REFERENCED_SOP_INSTANCE_UID).orElse("");
        String sopClass = reference.string(Tag.REFERENCED_SOP_CLASS_UID).orElse("");
        String known = listed.get(uid);
        if (known == null && !uid.isEmpty()) {
            notes.missing(place, Tag.REFERENCED_SOP_INSTANCE_UID, "is not in " + list, section);
        } else if (known != null && !sopClass.isEmpty() && !known.isEmpty() && !known.equals(sopClass)) {
            String got = "got " + sopClass + ", but " + known + " in " + list;
            notes.missing(place, Tag.REFERENCED_SOP_CLASS_UID, got, section);
        }
    }
}
