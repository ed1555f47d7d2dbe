package org.tandem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * The colours that the stored values of a PALETTE COLOR image are indices into (PS3.3 C.7.6.3.1.5, C.7.9).
 *
 * @param red one table for each colour
 */
record Palette(LookupTable red, LookupTable green, LookupTable blue) {

    static Palette of(DataSet image) {
        return new Palette(
                table(
                        image,
                        new LookupTable.Place(
                                Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                        Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                table(
                        image,
                        new LookupTable.Place(
                                Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                                Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                        Tag.SEGMENTED_GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                table(
                        image,
                        new LookupTable.Place(
                                Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                                Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA),
                        Tag.SEGMENTED_BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA));
    }

    /** 0xRRGGBB. */
    int rgb(int stored) {
        return eightBits(red, stored) << 16 | eightBits(green, stored) << 8 | eightBits(blue, stored);
    }

    private static int eightBits(LookupTable table, int stored) {
        return (int) Math.round(table.fraction(stored) * 0xFF);
    }

    private static LookupTable table(DataSet image, LookupTable.Place place, int segmented) {
        boolean signed = ModalityTransform.signed(image);
        if (image.hasValue(place.data()) || !image.hasValue(segmented)) {
            return LookupTable.of(image, place, signed);
        }
        int[] descriptor = LookupTable.descriptor(image, place.descriptor());
        ByteBuffer words = ByteBuffer.wrap(image.bytes(segmented)).order(ByteOrder.LITTLE_ENDIAN);
        int[] entries = new PaletteSegments(words, descriptor[2] <= Byte.SIZE, segmented).expand(descriptor[0]);
        return LookupTable.of(descriptor, signed, entries);
    }
}
