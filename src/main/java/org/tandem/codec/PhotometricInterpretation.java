package org.tandem.codec;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/** What the samples of a pixel mean (0028,0004), PS3.3 C.7.6.3.1.2. */
public enum PhotometricInterpretation {
    /** Low values are to be shown bright. */
    MONOCHROME1(1),
    /** Low values are to be shown dark. */
    MONOCHROME2(1),
    /** Values are indices into three tables. */
    PALETTE_COLOR(1),
    RGB(3),
    /** Luminance and two differences of colour, over the full range. */
    YBR_FULL(3),
    /** As {@link #YBR_FULL}, one pair of differences for two pixels of a row. */
    YBR_FULL_422(3),
    /** JPEG 2000's irreversible transform: RGB once decoded. */
    YBR_ICT(3),
    /** JPEG 2000's reversible transform: RGB once decoded. */
    YBR_RCT(3);

    private final int samples;

    PhotometricInterpretation(int samples) {
        this.samples = samples;
    }

    /** What an image says; where it says nothing, what the number of its samples suggests. Refuses what is unknown. */
    public static PhotometricInterpretation of(DataSet image) {
        int samples = image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
        String said = image.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(samples == 3 ? "RGB" : "MONOCHROME2");
        return Arrays.stream(values())
                .filter(value -> value.term().equals(said) && value.samples == samples)
                .findFirst()
                .orElseThrow(() -> refused(samples + " samples of " + said));
    }

    /** The defined term. */
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }

    /** Whether the one sample is a measured value. */
    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** After every pixel has its own differences of colour. */
    PhotometricInterpretation withoutSubsampling() {
        return this == YBR_FULL_422 ? YBR_FULL : this;
    }

    /** After a transform that the codestream itself names was undone. */
    PhotometricInterpretation withoutTransform() {
        return this == YBR_ICT || this == YBR_RCT ? RGB : withoutSubsampling();
    }

    private static TandemException refused(String got) {
        String known = Arrays.stream(values())
                .map(value -> value.samples + " of " + value.term())
                .collect(Collectors.joining(", "));
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Photometric Interpretation " + Tag.format(Tag.PHOTOMETRIC_INTERPRETATION) + ": got " + got
                        + ", expected one of: " + known);
    }
}
