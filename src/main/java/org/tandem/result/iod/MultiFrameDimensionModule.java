package org.tandem.result.iod;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/**
 * Multi-frame Dimension (PS3.3 C.7.6.17): frames are ordered by segment, then by position; a picture has no position,
 * but one in a stack.
 *
 * @param bySegment whether each frame shows one segment
 * @param inPatient whether frames have a position in the patient
 */
public record MultiFrameDimensionModule(Uid organization, boolean bySegment, boolean inPatient) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type2(
                Tag.DIMENSION_ORGANIZATION_SEQUENCE, item -> item.type1(Tag.DIMENSION_ORGANIZATION_UID, organization));
        List<DataSet> indices = new ArrayList<>();
        if (bySegment) {
            indices.add(index(Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE, "Segment Number"));
        }
        indices.add(
                inPatient
                        ? index(Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE, "Image Position (Patient)")
                        : index(Tag.IN_STACK_POSITION_NUMBER, Tag.FRAME_CONTENT_SEQUENCE, "In-Stack Position"));
        out.type2(Tag.DIMENSION_INDEX_SEQUENCE, indices);
    }

    private DataSet index(int pointer, int functionalGroup, String label) {
        return ModuleWriter.item(item -> {
            item.type1(Tag.DIMENSION_ORGANIZATION_UID, organization);
            item.type1(Tag.DIMENSION_INDEX_POINTER, pointer);
            item.type1(Tag.FUNCTIONAL_GROUP_POINTER, functionalGroup);
            item.type3(Tag.DIMENSION_DESCRIPTION_LABEL, label);
        });
    }
}
