package org.tandem.dicom;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Parses values that are no sequences: takes them into memory, or leaves them in the file they stand in. */
final class ValueParser {

    /** Values of a file that are longer than this stay in it. */
    static final int MAX_IN_MEMORY_BYTES = 64 * 1024;

    /** When this much of one file is in memory, only values up to {@link #CROWDED_IN_MEMORY_BYTES} still join it. */
    private static final long CROWDED_BYTES = 32L << 20;

    private static final int CROWDED_IN_MEMORY_BYTES = 1024;

    private final ByteInput in;
    private final ParseReport report;
    private long inMemoryBytes;

    ValueParser(ByteInput in, ParseReport report) {
        this.in = in;
        this.report = report;
    }

    /** The value after this header, which has a defined length; encoded as the VR says (UN: always little endian). */
    Value read(ElementHeader header, VR encoded, ParseLevel level) throws IOException {
        long length = header.lengthBytes();
        if (length == 0) {
            return NOTHING;
        }
        long left = Math.max(0, Math.min(in.remaining(), level.end - in.offset()));
        if (length > left) {
            throw report.refuse(header.tag(), header.offset(), left + " bytes", "a value of " + length + " bytes");
        }
        ByteOrder order = encoded == VR.UN ? ByteOrder.LITTLE_ENDIAN : level.layout.order();
        if ((length & 1) == 1) {
            report.warn(header.tag(), header.offset(), "has the odd length " + length);
        }
        return read(header, length, staysInFile(header.tag(), length), order);
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
            throw report.refuse(
                    header.tag(), header.offset(), bytes.length + " bytes", "a value of " + length + " bytes");
        }
        inMemoryBytes += length;
        if (order == ByteOrder.BIG_ENDIAN) {
            ByteSwap.swap(bytes, bytes.length, header.vr().unitBytes());
        }
        return new Value.Bytes(even(bytes, header.vr()));
    }

    /** Encapsulated pixel data (PS3.5 A.4): the items up to the sequence delimitation item. */
    Value.Fragments fragments(ElementHeader header, Layout layout, Consumer<ElementHeader> count) throws IOException {
        List<Value> fragments = new ArrayList<>();
        while (true) {
            if (!in.has(8)) {
                report.warn(header.tag(), in.offset(), "has no sequence delimitation item");
                in.skip(in.atHand());
                break;
            }
            int tag = in.peekTag(layout.big());
            ElementHeader item = new ElementHeader(tag, VR.OB, in.peekUnsignedInt(4, layout.big()), in.offset());
            if (tag == Tag.SEQUENCE_DELIMITATION_ITEM) {
                in.skip(8);
                break;
            }
            if (tag != Tag.ITEM || item.undefinedLength() || item.lengthBytes() > in.remaining() - 8) {
                throw refuseFragment(header, item, fragments.size());
            }
            count.accept(item);
            in.skip(8);
            boolean inFile = !fragments.isEmpty() || item.lengthBytes() > MAX_IN_MEMORY_BYTES;
            fragments.add(read(item, item.lengthBytes(), inFile, ByteOrder.LITTLE_ENDIAN));
        }
        return new Value.Fragments(fragments);
    }

    private TandemException refuseFragment(ElementHeader header, ElementHeader item, int index) {
        if (item.tag() != Tag.ITEM || item.undefinedLength()) {
            return report.refuse(
                    header.tag(),
                    item.offset(),
                    Tag.format(item.tag()) + " after " + index + " fragments",
                    "an item of defined length or a sequence delimitation item");
        }
        return report.refuse(
                header.tag(),
                item.offset(),
                (in.remaining() - 8) + " bytes",
                "a fragment of " + item.lengthBytes() + " bytes");
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
        byte[] even = java.util.Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.padding();
        return even;
    }
}
