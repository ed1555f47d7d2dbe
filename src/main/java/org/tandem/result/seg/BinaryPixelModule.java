package org.tandem.result.seg;

import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;

/** Image Pixel (PS3.3 C.7.6.3) as a BINARY segmentation has it: one bit a pixel (C.8.20.2.1). */
record BinaryPixelModule(SegmentationFrames frames) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1(Tag.SAMPLES_PER_PIXEL, 1);
        out.type1(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        out.type1(Tag.ROWS, frames.size().y());
        out.type1(Tag.COLUMNS, frames.size().x());
        out.type1(Tag.BITS_ALLOCATED, 1);
        out.type1(Tag.BITS_STORED, 1);
        out.type1(Tag.HIGH_BIT, 0);
        out.type1(Tag.PIXEL_REPRESENTATION, 0);
        out.type1Bytes(Tag.PIXEL_DATA, VR.OB, frames.pack());
    }
}
