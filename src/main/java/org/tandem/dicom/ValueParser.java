package org.tandem.dicom;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;

/** Parses values that are no sequences: takes them into memory, or leaves them in the file they stand in. */
final class ValueParser {

    /** Values of a file that are longer than this stay in it. */
    static final int MAX_IN_MEMORY_BYTES = 64 * 1024;

    /** When this much of one file is in memory, only values up to {@link #CROWDED_IN_MEMORY_BYTES} still join it. */
    private static final long CROWDED_BYTES = 32L << 20;

    private static final int CROWDED_IN_MEMORY_BYTES = 1024;

    private final ByteInput in;
    private final ParseReport report;
    private final ElementHeaderReader headers;
    private long inMemoryBytes;

    ValueParser(ByteInput in, ParseReport report, ElementHeaderReader headers) {
        this.in = in;
        this.report = report;
        this.headers = headers;
    }

    /** The value after this header, which has a defined length; encoded as the VR says (UN: always little endian). */
    Value read(ElementHeader header, VR encoded, ParseLevel level) throws IOException {
        if (header.lengthBytes() == 0) {
            return NOTHING;
        }
        ByteOrder order = encoded == VR.UN ? ByteOrder.LITTLE_ENDIAN : level.layout.order();
        long length = fittingLength(header, level);
        Value value = read(header, length, staysInFile(header.tag(), length), order);
        if ((header.lengthBytes() & 1) == 1) {
            afterOddLength(header, level.layout);
        }
        return value;
    }

    /** The length of the value, no more than what is there. */
    private long fittingLength(ElementHeader header, ParseLevel level) throws IOException {
        long length = header.lengthBytes();
        long left = in.remaining();
        if (length > left) {
            endsEarly(header, left);
            return left;
        }
        return length > level.end - in.offset() ? lengthAcrossEnd(header, level) : length;
    }

    /** Without its last byte, a value most likely lacks its padding only. */
    private void endsEarly(ElementHeader header, long left) {
        long length = header.lengthBytes();
        if (left == length - 1 && left > 0) {
            report.warn(header.tag(), header.offset(), "lacks its last byte, of " + length);
        } else {
            report.cutOff(header.tag(), header.offset(), left + " bytes", "a value of " + length + " bytes");
        }
    }

    /**
     * Of a value longer than the item it is in, one of the two lengths is wrong: what stands at the end tells which.
     */
    private long lengthAcrossEnd(ElementHeader header, ParseLevel level) throws IOException {
        long toEnd = level.end - in.offset();
        boolean cut =
                toEnd >= 0 && toEnd < MAX_IN_MEMORY_BYTES && headers.continues((int) toEnd, header.tag(), level.layout);
        report.warn(
                header.tag(),
                header.offset(),
                cut
                        ? "is longer than its item, cut to " + toEnd + " bytes"
                        : "reaches " + (header.lengthBytes() - toEnd) + " bytes beyond the end of its item");
        return cut ? toEnd : header.lengthBytes();
    }

    /** Some write the odd length and the padding byte behind it. */
    private void afterOddLength(ElementHeader header, Layout layout) throws IOException {
        boolean padded =
                in.has(9) && !headers.continues(0, header.tag(), layout) && headers.continues(1, header.tag(), layout);
        if (padded) {
            in.skip(1);
        }
        report.warn(
                header.tag(),
                header.offset(),
                "has the odd length " + header.lengthBytes() + (padded ? ", and a padding byte behind it" : ""));
    }

    private static final Value.Bytes NOTHING = new Value.Bytes(new byte[0]);

    private Value read(ElementHeader header, long length, boolean inFile, ByteOrder order) throws IOException {
        Path file = in.file();
        if (inFile && file != null) {
            Value region = new Value.FileRegion(file, in.offset(), length, order);
            in.skip(length);
            return region;
        }
        if (length > Integer.MAX_VALUE - 16) {
            throw report.refuse(header.tag(), header.offset(), length + " bytes", "less than 2 GiB outside a file");
        }
        byte[] bytes = in.bytes((int) length);
        if (bytes.length < length) {
            endsEarly(header, bytes.length);
        }
        inMemoryBytes += length;
        if (order == ByteOrder.BIG_ENDIAN) {
            ByteSwap.swap(bytes, bytes.length, header.vr().unitBytes());
        }
        return new Value.Bytes(even(bytes, header.vr()));
    }

    /** A fragment of encapsulated pixel data, or what of it is there; its item header was read. */
    Value fragment(ElementHeader pixelData, ElementHeader item, int index) throws IOException {
        long length = item.lengthBytes();
        if (length > in.remaining()) {
            length = in.remaining();
            report.cutOff(
                    pixelData.tag(),
                    item.offset(),
                    length + " bytes",
                    "fragment " + index + " of " + item.lengthBytes() + " bytes");
        }
        return read(item, length, index > 0 || length > MAX_IN_MEMORY_BYTES, ByteOrder.LITTLE_ENDIAN);
    }

    private boolean staysInFile(int tag, long length) {
        return length > (inMemoryBytes > CROWDED_BYTES ? CROWDED_IN_MEMORY_BYTES : MAX_IN_MEMORY_BYTES)
                || tag == Tag.PIXEL_DATA
                || tag == Tag.FLOAT_PIXEL_DATA
                || tag == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    }

    private static byte[] even(byte[] bytes, VR vr) {
        if ((bytes.length & 1) == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.padding();
        return even;
    }
}
