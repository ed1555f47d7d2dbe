package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** What is made of pixels that lost something says so for good (PS3.3 C.7.6.1.1.5). */
public final class LossyCompression {

    private LossyCompression() {}

    public static void write(ModuleWriter out, DataSet sourceHeader) {
        boolean lossy = sourceHeader
                .string(Tag.LOSSY_IMAGE_COMPRESSION)
                .filter("01"::equals)
                .isPresent();
        out.type1(Tag.LOSSY_IMAGE_COMPRESSION, lossy ? "01" : "00");
        if (lossy) {
            out.type3From(sourceHeader, Tag.LOSSY_IMAGE_COMPRESSION_RATIO, Tag.LOSSY_IMAGE_COMPRESSION_METHOD);
        }
    }
}
