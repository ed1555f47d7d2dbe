package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** Frame of Reference (PS3.3 C.7.4.1), the source's own; left out where the source has none, never invented. */
public record FrameOfReferenceModule(DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        if (sourceHeader.hasValue(Tag.FRAME_OF_REFERENCE_UID)) {
            out.type1From(sourceHeader, Tag.FRAME_OF_REFERENCE_UID);
            out.type2From(sourceHeader, Tag.POSITION_REFERENCE_INDICATOR);
        }
    }
}
