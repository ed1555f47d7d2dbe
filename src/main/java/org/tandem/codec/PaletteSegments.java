package org.tandem.codec;

import java.nio.ByteBuffer;
import org.tandem.dicom.TandemException;

/** A segmented palette colour lookup table (PS3.3 C.7.9.2), expanded once. */
final class PaletteSegments {

    private static final int DISCRETE = 0;
    private static final int LINEAR = 1;
    private static final int INDIRECT = 2;

    private final ByteBuffer data;
    private final boolean inBytes;
    private final int tag;
    private int done;

    /**
     * @param data opcodes, lengths and values, little endian
     * @param inBytes whether each of them is a byte, not a word
     * @param tag where they stand, for refusals
     */
    PaletteSegments(ByteBuffer data, boolean inBytes, int tag) {
        this.data = data;
        this.inBytes = inBytes;
        this.tag = tag;
    }

    /** All entries; refuses segments that make another number of them. */
    int[] expand(int count) {
        int[] entries = new int[count];
        while (done < count && data.remaining() >= (inBytes ? 2 : 4)) {
            segment(entries, true);
        }
        if (done != count) {
            throw LookupTable.refused(tag, done + " entries", Integer.toString(count));
        }
        return entries;
    }

    private void segment(int[] entries, boolean mayBeIndirect) {
        int opcode = next();
        int length = next();
        if (opcode == INDIRECT && mayBeIndirect) {
            indirect(entries, length);
            return;
        }
        if (length > entries.length - done || (opcode == LINEAR && done == 0)) {
            throw broken("a segment of " + length + " after " + done + " entries");
        }
        switch (opcode) {
            case DISCRETE -> {
                for (int i = 0; i < length; i++) {
                    entries[done++] = next();
                }
            }
            case LINEAR -> linear(entries, length, next());
            default -> throw broken("opcode " + opcode);
        }
    }

    /** From the last entry, which stays, to the end value in equal steps. */
    private void linear(int[] entries, int length, int end) {
        int start = entries[done - 1];
        for (int i = 1; i <= length; i++) {
            entries[done++] = start + (int) Math.round((end - start) * (double) i / length);
        }
    }

    /** Repeats segments that stand at an offset, least significant part first. */
    private void indirect(int[] entries, int segments) {
        int offset = inBytes ? next() | next() << 8 | next() << 16 | next() << 24 : next() | next() << 16;
        int after = data.position();
        if (offset < 0 || offset > data.limit()) {
            throw broken("offset " + Integer.toUnsignedLong(offset));
        }
        data.position(offset);
        for (int i = 0; i < segments; i++) {
            segment(entries, false);
        }
        data.position(after);
    }

    private int next() {
        if (data.remaining() < (inBytes ? 1 : 2)) {
            throw broken("an end amid a segment");
        }
        return inBytes ? data.get() & 0xFF : data.getShort() & 0xFFFF;
    }

    private TandemException broken(String got) {
        return LookupTable.refused(tag, got, "segments of PS3.3 C.7.9.2");
    }
}
