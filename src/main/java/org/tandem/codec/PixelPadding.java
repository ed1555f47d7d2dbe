package org.tandem.codec;

import java.util.OptionalInt;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * The stored values that are no measurement but fill the frame around what was seen (PS3.3 C.7.5.1.1.2).
 *
 * @param least 1 more than {@code greatest} where nothing is padding
 */
public record PixelPadding(int least, int greatest) {

    public static PixelPadding of(DataSet image) {
        boolean signed = ModalityTransform.signed(image);
        OptionalInt value = image.integer(Tag.PIXEL_PADDING_VALUE);
        if (value.isEmpty()) {
            return new PixelPadding(1, 0);
        }
        int one = number(value.getAsInt(), signed);
        int other = number(image.integer(Tag.PIXEL_PADDING_RANGE_LIMIT).orElse(value.getAsInt()), signed);
        return new PixelPadding(Math.min(one, other), Math.max(one, other));
    }

    /** Whether a stored value is padding. */
    public boolean holds(int stored) {
        return stored >= least && stored <= greatest;
    }

    /** Of 16 bits, with the image's sign, whatever VR the device chose. */
    private static int number(int value, boolean signed) {
        return signed ? (short) value : value & 0xFFFF;
    }
}
