package org.tandem.result.read;

import java.util.Optional;
import java.util.OptionalInt;
import org.tandem.codec.PixelFormat;

/**
 * What the pixel values of a segmentation mean (PS3.3 C.8.20.2.3).
 *
 * @param type Segmentation Type (0062,0001): BINARY, FRACTIONAL or LABELMAP
 * @param fractionalType PROBABILITY or OCCUPANCY, of a fractional one
 * @param maximum the value that stands for 1, of a fractional one
 * @param padding the value of a label map that stands for nothing, where it names one
 */
public record SegmentationCoding(
        String type, Optional<String> fractionalType, OptionalInt maximum, OptionalInt padding) {

    static final SegmentationCoding BINARY =
            new SegmentationCoding("BINARY", Optional.empty(), OptionalInt.empty(), OptionalInt.empty());

    private static final int MAX_FRACTIONAL = 0xFFFF;

    static SegmentationCoding labelMap(OptionalInt padding) {
        return new SegmentationCoding("LABELMAP", Optional.empty(), OptionalInt.empty(), padding);
    }

    static SegmentationCoding fractional(Optional<String> fractionalType, int maximum) {
        if (maximum < 1 || maximum > MAX_FRACTIONAL) {
            throw SegmentationReader.refused("Maximum Fractional Value", Integer.toString(maximum), "1 to 255");
        }
        return new SegmentationCoding("FRACTIONAL", fractionalType, OptionalInt.of(maximum), OptionalInt.empty());
    }

    public boolean isLabelMap() {
        return type.equals("LABELMAP");
    }

    public boolean isFractional() {
        return maximum.isPresent();
    }

    /** Refuses pixels that cannot hold such values. */
    void require(PixelFormat format) {
        int bits = format.bits().allocated();
        boolean known = bits <= Short.SIZE && (bits > 1 || type.equals("BINARY"));
        if (!known || format.samples() != 1 || format.bits().signed()) {
            throw SegmentationReader.refused(
                    "pixels of " + type,
                    format.samples() + " samples of " + bits + " bits"
                            + (format.bits().signed() ? ", signed" : ""),
                    "one of 8 or 16 bits, or of 1 bit if BINARY, unsigned");
        }
    }
}
