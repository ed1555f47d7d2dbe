package org.tandem.codec;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * A table that values are looked up in (PS3.3 C.11.1.1, C.11.2.1.1, C.7.6.3.1.5): what lies before the first mapped
 * value gets the first entry, what lies beyond the last gets the last.
 *
 * @param first stored value that the first entry is for
 * @param bits of an entry
 * @param entries without sign; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record LookupTable(int first, int bits, int[] entries) {

    private static final int MAX_ENTRIES = 1 << 16;

    /** Which elements a table stands in. */
    record Place(int descriptor, int data) {

        /** Of a Modality LUT or VOI LUT Sequence's item. */
        static final Place OF_ITEM = new Place(Tag.LUT_DESCRIPTOR, Tag.LUT_DATA);
    }

    /**
     * Reads a table; refuses one without descriptor or with fewer entries than it says.
     *
     * @param signed whether the stored values, and so the first one mapped, have a sign
     */
    static LookupTable of(DataSet from, Place place, boolean signed) {
        int[] descriptor = descriptor(from, place.descriptor());
        byte[] data = from.bytes(place.data());
        int count = descriptor[0];
        boolean inBytes = descriptor[2] <= Byte.SIZE && data.length < 2 * count;
        if (data.length < (inBytes ? count : 2 * count)) {
            throw refused(place.data(), data.length + " bytes", count + " entries of " + descriptor[2] + " bits");
        }
        int[] entries = Samples.cells(data, 0, new int[count], inBytes ? Byte.SIZE : Short.SIZE);
        return of(descriptor, signed, entries);
    }

    /** A table of these entries; a descriptor of PS3.3 C.11.1.1: how many, the first mapped, bits. */
    static LookupTable of(int[] descriptor, boolean signed, int[] entries) {
        int first = signed ? (short) descriptor[1] : descriptor[1];
        return new LookupTable(first, bits(descriptor[2], entries), entries);
    }

    /** Three numbers of 16 bits without sign; 0 entries stand for 65 536. */
    static int[] descriptor(DataSet from, int tag) {
        int[] numbers = from.integers(tag);
        if (numbers.length != 3) {
            throw refused(tag, numbers.length + " values", "3");
        }
        int count = numbers[0] & 0xFFFF;
        return new int[] {count == 0 ? MAX_ENTRIES : count, numbers[1] & 0xFFFF, numbers[2]};
    }

    /** The entry for a stored value. */
    int at(int value) {
        long index = (long) value - first;
        return entries[(int) Math.max(0, Math.min(entries.length - 1, index))];
    }

    /** The entry for a stored value, the greatest possible one being 1. */
    double fraction(double value) {
        return at((int) Math.rint(value)) / (double) ((1 << bits) - 1);
    }

    /** The greatest entries of some devices need fewer bits than they say, those of others more. */
    private static int bits(int said, int[] entries) {
        int greatest = 0;
        for (int entry : entries) {
            greatest = Math.max(greatest, entry);
        }
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(greatest);
        boolean bytesInWords = said == Short.SIZE && needed <= Byte.SIZE;
        return bytesInWords ? Byte.SIZE : Math.max(needed, Math.max(1, Math.min(said, Short.SIZE)));
    }

    static TandemException refused(int tag, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Lookup table, " + Tag.format(tag) + ": got " + got + ", expected " + expected);
    }
}
