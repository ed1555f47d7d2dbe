package org.tandem.dicom;

import java.util.ArrayList;
import java.util.List;

/**
 * The explicit lengths of the sequences and items of a data set, computed once, in the order in which they are written.
 */
final class DataSetLengths {

    private static final int ITEM_HEADER_BYTES = 8;

    private final boolean explicitVr;
    private final List<Long> lengths = new ArrayList<>();
    private final long total;
    private int next;

    DataSetLengths(DataSet dataSet, boolean explicitVr) {
        this.explicitVr = explicitVr;
        this.total = measure(dataSet);
    }

    /**
     * Whether a sequence is written with undefined length: one that implicit VR would not tell from bytes, as it is in
     * no dictionary (PS3.5 7.5.1).
     */
    static boolean isDelimited(int tag, boolean explicitVr) {
        return !explicitVr && Dictionary.vr(tag) != VR.SQ;
    }

    /** The length of the whole data set. */
    long total() {
        return total;
    }

    /** The length of the sequence or item that is written next. */
    long next() {
        return lengths.get(next++);
    }

    private long measure(DataSet dataSet) {
        long length = 0;
        for (Element element : dataSet.elements()) {
            if (ElementWriter.isWritten(element)) {
                length += measure(element);
            }
        }
        return length;
    }

    private long measure(Element element) {
        if (element.value() instanceof Value.Items items) {
            long delimitation = isDelimited(element.tag(), explicitVr) ? ITEM_HEADER_BYTES : 0;
            return headerBytes(VR.SQ, 0) + measure(items) + delimitation;
        }
        if (element.value() instanceof Value.Fragments fragments) {
            long length = (long) headerBytes(VR.OB, 0) + ITEM_HEADER_BYTES; // and the sequence delimitation item
            for (Value fragment : fragments.offsetTableAndFragments()) {
                length += ITEM_HEADER_BYTES + evenLength(fragment);
            }
            return length;
        }
        long length = evenLength(element.value());
        return headerBytes(element.vr(), length) + length;
    }

    private long measure(Value.Items items) {
        int place = lengths.size();
        lengths.add(0L);
        long length = 0;
        for (DataSet item : items.items()) {
            int itemPlace = lengths.size();
            lengths.add(0L);
            long itemLength = measure(item);
            lengths.set(itemPlace, itemLength);
            length += ITEM_HEADER_BYTES + itemLength;
        }
        lengths.set(place, length);
        return length;
    }

    private int headerBytes(VR vr, long length) {
        boolean shortHeader = !explicitVr || (!vr.hasLongLength() && length <= ElementWriter.MAX_SHORT_LENGTH);
        return shortHeader ? 8 : 12;
    }

    static long evenLength(Value value) {
        long length = ValueStreams.lengthBytes(value);
        return length + (length & 1);
    }
}
