package org.tandem.result.pr;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;

/** ICC Profile (PS3.3 C.11.15): the source's own, or sRGB, in which displays show what has none. */
record IccProfileModule(DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        if (sourceHeader.hasValue(Tag.ICC_PROFILE)) {
            out.type1From(sourceHeader, Tag.ICC_PROFILE);
        } else {
            out.type1Bytes(Tag.ICC_PROFILE, VR.OB, SrgbProfile.bytes());
        }
    }
}
