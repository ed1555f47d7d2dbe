package org.tandem.result.seg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.TandemException;

/**
 * Single-bit pixels as PS3.5 8.1.1 packs them: the first pixel in the least significant bit of the first byte, no
 * padding except at the end, to an even number of bytes.
 */
final class BitStream {

    private final ByteBuffer bytes;
    private long pending;
    private int pendingBits;

    BitStream(long bits) {
        long length = (bits + 15) / 16 * 2;
        if (length > Integer.MAX_VALUE - 8) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixel data of a segmentation: got " + length + " bytes, expected fewer than 2 GiB");
        }
        bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Appends bits from..from+count−1 of words in the order of {@link java.util.BitSet#toLongArray}; beyond them,
     * zeros.
     */
    void append(long[] words, long from, long count) {
        for (long done = 0; done < count; done += Long.SIZE) {
            append(bitsAt(words, from + done), (int) Math.min(Long.SIZE, count - done));
        }
    }

    /** The array itself, filled up with zeros. Nothing may be appended afterwards. */
    byte[] bytes() {
        for (; pendingBits > 0 && bytes.hasRemaining(); pendingBits -= Byte.SIZE) {
            bytes.put((byte) pending);
            pending >>>= Byte.SIZE;
        }
        return bytes.array();
    }

    private void append(long word, int bits) {
        long clean = bits == Long.SIZE ? word : word & ((1L << bits) - 1);
        pending |= clean << pendingBits;
        int total = pendingBits + bits;
        if (total >= Long.SIZE) {
            bytes.putLong(pending);
            int taken = Long.SIZE - pendingBits;
            pending = taken == Long.SIZE ? 0 : clean >>> taken;
            total -= Long.SIZE;
        }
        pendingBits = total;
    }

    private static long bitsAt(long[] words, long bit) {
        int index = (int) (bit >>> 6);
        int shift = (int) (bit & 63);
        long low = index < words.length ? words[index] >>> shift : 0;
        return shift == 0 || index + 1 >= words.length ? low : low | (words[index + 1] << (Long.SIZE - shift));
    }
}
