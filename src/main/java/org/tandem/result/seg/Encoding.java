package org.tandem.result.seg;

import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;

/** How a segmentation says which pixels belong (PS3.3 C.8.20.2.3). */
public enum Encoding {
    /** One bit a pixel, a frame for each segment and slice: what every viewer of segmentations reads. */
    BINARY("BINARY", SopClasses.SEGMENTATION_STORAGE),
    /** How probable it is that a pixel belongs, in 255ths. */
    FRACTIONAL("FRACTIONAL", SopClasses.SEGMENTATION_STORAGE),
    /** The number of the segment as pixel value, a frame for each slice; only for segments that do not overlap. */
    LABEL_MAP("LABELMAP", SopClasses.LABEL_MAP_SEGMENTATION_STORAGE);

    private final String term;
    private final Uid sopClass;

    Encoding(String term, Uid sopClass) {
        this.term = term;
        this.sopClass = sopClass;
    }

    /** Segmentation Type (0062,0001). */
    String term() {
        return term;
    }

    Uid sopClass() {
        return sopClass;
    }
}
