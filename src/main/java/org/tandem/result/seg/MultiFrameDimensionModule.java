package org.tandem.result.seg;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;

/** Multi-frame Dimension (PS3.3 C.7.6.17): frames are ordered by segment, then by position. */
record MultiFrameDimensionModule(Uid organization) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type2(
                Tag.DIMENSION_ORGANIZATION_SEQUENCE, item -> item.type1(Tag.DIMENSION_ORGANIZATION_UID, organization));
        out.type2(
                Tag.DIMENSION_INDEX_SEQUENCE,
                List.of(
                        index(Tag.REFERENCED_SEGMENT_NUMBER, Tag.SEGMENT_IDENTIFICATION_SEQUENCE, "Segment Number"),
                        index(Tag.IMAGE_POSITION_PATIENT, Tag.PLANE_POSITION_SEQUENCE, "Image Position (Patient)")));
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
