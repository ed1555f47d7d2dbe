package org.tandem.result.seg;

import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;

/** Image Pixel (PS3.3 C.7.6.3) as segmentations have it (C.8.20.2.1). */
record SegmentationPixelModule(SegmentationFrames frames, Encoding encoding) implements Module {

    @Override
    public void write(ModuleWriter out) {
        int bits = frames.pixels().bits();
        out.type1(Tag.SAMPLES_PER_PIXEL, 1);
        out.type1(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
        out.type1(Tag.ROWS, frames.size().y());
        out.type1(Tag.COLUMNS, frames.size().x());
        out.type1(Tag.BITS_ALLOCATED, bits);
        out.type1(Tag.BITS_STORED, bits);
        out.type1(Tag.HIGH_BIT, bits - 1);
        out.type1(Tag.PIXEL_REPRESENTATION, 0);
        out.type1C(encoding == Encoding.LABEL_MAP, Tag.PIXEL_PADDING_VALUE, LabelMapFrames.BACKGROUND);
        out.type1Bytes(Tag.PIXEL_DATA, frames.pixels().vr(), frames.pixels().bytes());
    }
}
