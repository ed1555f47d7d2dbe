package org.tandem.codec.frame;

import java.util.Locale;
import org.tandem.dicom.TandemException;

/**
 * The markers of a codestream of the JPEG family and the parameters that follow them (T.81 B.1.1, T.87 C.1.1). It never
 * reads past a segment nor past the end.
 */
public final class MarkerReader {

    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int PREFIX = 0xFF;

    private final String codec;
    private final byte[] bytes;
    private int marker;
    private int offset;
    private int at;
    private int end;

    /** Refuses what does not begin with the start of an image. */
    public MarkerReader(String codec, byte[] bytes) {
        this.codec = codec;
        this.bytes = bytes;
        int first = bytes.length < 2 ? -1 : unsigned(0) << 8 | unsigned(1);
        if (first != START_OF_IMAGE) {
            throw refused(
                    "start of image",
                    first < 0 ? bytes.length + " bytes" : name(first),
                    "marker SOI (" + name(START_OF_IMAGE) + ")");
        }
        end = 2;
    }

    /**
     * Goes to the next marker after the current segment, over fill bytes and whatever else stands before it.
     *
     * @return false where the data end before another marker
     */
    public boolean next() {
        int i = end;
        while (i + 1 < bytes.length && !isMarker(unsigned(i), unsigned(i + 1))) {
            i++;
        }
        if (i + 1 >= bytes.length) {
            return false;
        }
        marker = PREFIX << 8 | unsigned(i + 1);
        offset = i;
        at = i + 2;
        end = at;
        return true;
    }

    /** 0xFF00 is a byte of data that was stuffed, 0xFFFF a fill byte. */
    private static boolean isMarker(int first, int second) {
        return first == PREFIX && second != 0 && second != PREFIX;
    }

    /** The current marker, 0xFF01 to 0xFFFE. */
    public int marker() {
        return marker;
    }

    /** Opens the segment of parameters after the marker; refuses one that does not fit into the data. */
    public void open() {
        end = bytes.length;
        int length = u16();
        end = offset + 2 + length;
        if (length < 2 || end > bytes.length) {
            int got = length;
            end = at;
            throw refused("length of " + name(marker), got + " bytes", "2 to " + (bytes.length - offset - 2));
        }
    }

    /** Bytes of the segment not yet read. */
    public int remaining() {
        return end - at;
    }

    public int u8() {
        if (at >= end) {
            throw refused(name(marker), "a segment that ends after " + (at - offset) + " bytes", "more");
        }
        return unsigned(at++);
    }

    public int u16() {
        return u8() << 8 | u8();
    }

    /** Where the current segment ends: where compressed data begin. */
    public int end() {
        return end;
    }

    /** Goes on from here: compressed data were read up to it. */
    public void resume(int position) {
        end = position;
        at = position;
    }

    /** A refusal that names the codec and where in the codestream the fault is. */
    public TandemException refused(String what, String got, String expected) {
        return refused(codec, what, offset, got, expected);
    }

    /** A refusal at an offset in the codestream. */
    public static TandemException refused(String codec, String what, int offset, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                codec + " frame, " + what + " at offset " + offset + ": got " + got + ", expected " + expected);
    }

    /** A marker as the standards write it. */
    public static String name(int marker) {
        return String.format(Locale.ROOT, "0x%04X", marker);
    }

    private int unsigned(int index) {
        return bytes[index] & 0xFF;
    }
}
