package org.tandem.codec.jpegls;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tandem.codec.frame.MarkerReader;
import org.tandem.dicom.TandemException;

/**
 * The bits of compressed data, most significant first; the byte after 0xFF has seven, its first is stuffed (T.87 A.1).
 * At a marker or the end of the data it goes on with zeros, and remembers that these were not there.
 */
final class LsBitReader {

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final int PREFIX = 0xFF;
    private static final int FIRST_RESTART = 0xFFD0;

    private final byte[] bytes;
    private int at;

    /** The next bits, from the top; those that do not count are zero. */
    private long buffer;

    /** How many of the buffer's bits count. */
    private int count;

    /** How many zeros were made up in all; they stand after all bits that were there. */
    private long madeUp;

    private boolean afterPrefix;

    LsBitReader(byte[] bytes, int start) {
        this.bytes = bytes;
        this.at = start;
    }

    /** Makes sure of 32 bits at least. */
    private void fill() {
        if (count > Integer.SIZE) {
            return;
        }
        if (!afterPrefix && at + Integer.BYTES <= bytes.length) {
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
            if (at >= bytes.length || isMarker(at)) {
                madeUp += Long.SIZE - count;
                count = Long.SIZE;
                return;
            }
            int bits = afterPrefix ? Byte.SIZE - 1 : Byte.SIZE;
            int value = bytes[at++] & 0xFF;
            buffer |= (long) value << (Long.SIZE - bits - count);
            count += bits;
            afterPrefix = value == PREFIX;
        }
    }

    private boolean isMarker(int position) {
        return (bytes[position] & 0xFF) == PREFIX && (position + 1 >= bytes.length || bytes[position + 1] < 0);
    }

    /** The next bits, 0 to 32. */
    int read(int bits) {
        if (bits == 0) {
            return 0;
        }
        fill();
        int value = (int) (buffer >>> (Long.SIZE - bits));
        skip(bits);
        return value;
    }

    private void skip(int bits) {
        buffer <<= bits;
        count -= bits;
    }

    /** The number of zeros before the next one, which is read too; refuses more than this many. */
    int zeros(int most) {
        fill();
        int zeros = Long.numberOfLeadingZeros(buffer);
        if (zeros < count && zeros <= most) {
            buffer = buffer << zeros << 1;
            count -= zeros + 1;
            return zeros;
        }
        return manyZeros(most);
    }

    private int manyZeros(int most) {
        int zeros = 0;
        while (read(1) == 0) {
            zeros++;
            if (zeros > most) {
                requireNoneMadeUp();
                throw refused("code", zeros + " zeros", "at most " + most);
            }
        }
        return zeros;
    }

    /** Refuses to go on once bits were used that were not there: no pixel is invented. */
    void requireNoneMadeUp() {
        if (madeUp > count) {
            throw refused("compressed data", "their end", "more");
        }
    }

    /** Ends an interval; goes over what is left of it to the marker of the next. */
    void restart(int number) {
        int position = end();
        int found = position + 1 < bytes.length ? PREFIX << 8 | bytes[position + 1] & 0xFF : 0;
        int expected = FIRST_RESTART + number % 8;
        if (found != expected) {
            at = position;
            throw refused(
                    "restart interval " + number,
                    found == 0 ? "the end of the data" : "marker " + MarkerReader.name(found),
                    "marker " + MarkerReader.name(expected));
        }
        at = position + 2;
        buffer = 0;
        count = 0;
        madeUp = 0;
        afterPrefix = false;
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
        return MarkerReader.refused("JPEG-LS", what, at, got, expected);
    }
}
