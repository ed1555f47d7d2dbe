package org.tandem.result.pm;

import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.volume.Size;

/** Floating Point Image Pixel (PS3.3 C.7.6.24). */
record FloatingPointPixelModule(MapValues values) implements Module {

    @Override
    public void write(ModuleWriter out) {
        Size size = values.volume().grid().size();
        out.type1(Tag.SAMPLES_PER_PIXEL, 1);
        out.type1(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        out.type1(Tag.ROWS, size.y());
        out.type1(Tag.COLUMNS, size.x());
        out.type1(Tag.BITS_ALLOCATED, Float.SIZE);
        out.type1Bytes(Tag.FLOAT_PIXEL_DATA, VR.OF, values.bytes());
    }
}
