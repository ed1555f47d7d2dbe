package org.tandem.codec.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tandem.codec.frame.MarkerReader;
import org.tandem.dicom.TandemException;

/**
 * The bits of compressed data, most significant first; a zero byte stuffed after 0xFF is left out (T.81 B.1.1.5,
 * F.2.2.5). At a marker or the end of the data it goes on with zeros, and remembers that these were not there.
 */
final class BitReader {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int PREFIX = 0xFF;

    private final byte[] bytes;
    private int at;

    /** The next bits, from the top. */
    private long buffer;

    /** How many of the buffer's bits count. */
    private int count;

    /** How many zeros were made up in all; they stand after all bits that were there. */
    private long madeUp;

    BitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Makes sure of 32 bits at least: a code and what follows it. */
    void fill() {
        if (count > Integer.SIZE) {
            return;
        }
        if (at + Integer.BYTES <= bytes.length) {
            int word = (int) INTS.get(bytes, at);
            if (((~word - 0x01010101) & word & 0x80808080) == 0) { // none of its bytes is 0xFF
                buffer |= (word & 0xFFFFFFFFL) << (Integer.SIZE - count);
                count += Integer.SIZE;
                at += Integer.BYTES;
                return;
            }
        }
        fillByBytes();
    }

    private void fillByBytes() {
        while (count <= Long.SIZE - Byte.SIZE) {
            if (atMarkerOrEnd()) {
                madeUp += Long.SIZE - count;
                count = Long.SIZE;
                return;
            }
            int value = bytes[at] & 0xFF;
            at += value == PREFIX ? 2 : 1;
            buffer |= (long) value << (Long.SIZE - Byte.SIZE - count);
            count += Byte.SIZE;
        }
    }

    private boolean isMarker(int position) {
        int next = position + 1 < bytes.length ? bytes[position + 1] & 0xFF : 0;
        return (bytes[position] & 0xFF) == PREFIX && next != 0 && next != PREFIX;
    }

    /** Fill bytes stand before a marker only. */
    private boolean atMarkerOrEnd() {
        return at >= bytes.length || (bytes[at] & 0xFF) == PREFIX && (at + 1 >= bytes.length || bytes[at + 1] != 0);
    }

    /** The next bits, 1 to 32, left where they are. */
    int peek(int bits) {
        return (int) (buffer >>> (Long.SIZE - bits));
    }

    void skip(int bits) {
        buffer <<= bits;
        count -= bits;
    }

    /** The next bits, 1 to 16, after {@link #fill}. */
    int read(int bits) {
        int value = peek(bits);
        skip(bits);
        return value;
    }

    /** A difference of this category, 1 to 16 (RECEIVE and EXTEND, T.81 F.2.2.1 and F.2.2.4), after {@link #fill}. */
    int extended(int category) {
        int value = read(category);
        int negative = (value - (1 << (category - 1))) >> 31;
        return value + (negative & (1 - (1 << category)));
    }

    /** Refuses to go on once bits were used that were not there: no pixel is invented. */
    void requireNoneMadeUp() {
        if (madeUp > count) {
            throw refused("compressed data", "their end", "more");
        }
    }

    /** Ends an interval; goes over what is left of it to the marker of the next (T.81 E.2.4). */
    void restart(int number) {
        int position = end();
        int found = position + 1 < bytes.length ? PREFIX << 8 | bytes[position + 1] & 0xFF : 0;
        int expected = Marker.RST0 + number % 8;
        if (found != expected) {
            at = position;
            throw refused(
                    "restart interval " + number,
                    found == 0 ? "the end of the data" : "marker " + MarkerReader.name(found),
                    "marker RST" + number % 8 + " (" + MarkerReader.name(expected) + ")");
        }
        at = position + 2;
        buffer = 0;
        count = 0;
        madeUp = 0;
    }

    /** Ends the data; where their marker stands, or the end. Refuses if bits were missing. */
    int end() {
        requireNoneMadeUp();
        int position = at;
        while (position < bytes.length && !isMarker(position)) {
            position++;
        }
        return position;
    }

    /** A refusal at where reading stands, some bytes ahead of decoding. */
    TandemException refused(String what, String got, String expected) {
        return MarkerReader.refused("JPEG", what, at, got, expected);
    }
}
