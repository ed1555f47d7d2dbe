package org.tandem.dicom;

import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Writes the elements of one data set (PS3.5 7.1), sequences and items with explicit lengths wherever these are read as
 * what they are, so that the same data set always gives the same bytes.
 */
final class ElementWriter {

    /** The longest value that a length of 16 bits can tell, even (PS3.5 7.1.2). */
    static final int MAX_SHORT_LENGTH = 65534;

    private static final long MAX_LENGTH = 0xFFFFFFFEL;

    private final ByteOutput out;
    private final Layout layout;
    private final TransferSyntax syntax;
    private final DataSetLengths lengths;

    ElementWriter(ByteOutput out, TransferSyntax syntax, DataSetLengths lengths) {
        this.out = out;
        this.layout = Layout.of(syntax);
        this.syntax = syntax;
        this.lengths = lengths;
    }

    /** Group lengths outside command sets and File Meta Information are retired (PS3.5 7.2) and left out. */
    static boolean isWritten(Element element) {
        return Tag.element(element.tag()) != 0 || Tag.group(element.tag()) <= 0x0002;
    }

    void write(DataSet dataSet) throws IOException {
        for (Element element : dataSet.elements()) {
            if (isWritten(element)) {
                write(element);
            }
        }
    }

    private void write(Element element) throws IOException {
        if (element.value() instanceof Value.Items items) {
            writeSequence(element, items);
        } else if (element.value() instanceof Value.Fragments fragments) {
            writeFragments(element, fragments);
        } else {
            long length = checked(element, DataSetLengths.evenLength(element.value()));
            VR vr = writeHeader(element.tag(), element.vr(), length);
            writeNative(element, vr);
        }
    }

    private void writeSequence(Element element, Value.Items items) throws IOException {
        long length = checked(element, lengths.next());
        boolean delimited = DataSetLengths.isDelimited(element.tag(), layout.explicit());
        writeHeader(element.tag(), VR.SQ, delimited ? ElementHeader.UNDEFINED : length);
        writeItems(element, items);
        if (delimited) {
            writeTagAndLength(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
        }
    }

    private void writeItems(Element element, Value.Items items) throws IOException {
        for (DataSet item : items.items()) {
            writeTagAndLength(Tag.ITEM, checked(element, lengths.next()));
            write(item);
        }
    }

    private void writeFragments(Element element, Value.Fragments fragments) throws IOException {
        if (!syntax.encapsulated()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot write " + element + " in " + syntax.name()
                            + ": got encapsulated pixel data, expected them decoded");
        }
        writeHeader(element.tag(), VR.OB, ElementHeader.UNDEFINED);
        for (Value fragment : fragments.offsetTableAndFragments()) {
            writeTagAndLength(Tag.ITEM, checked(element, DataSetLengths.evenLength(fragment)));
            writeBytes(fragment, VR.OB, false);
        }
        writeTagAndLength(Tag.SEQUENCE_DELIMITATION_ITEM, 0);
    }

    /** Writes tag, VR and length; answers the VR that was written, which is UN for a value too long for its own. */
    private VR writeHeader(int tag, VR vr, long length) throws IOException {
        if (!layout.explicit()) {
            writeTagAndLength(tag, length);
            return vr;
        }
        VR written = !vr.hasLongLength() && length > MAX_SHORT_LENGTH ? VR.UN : vr; // PS3.5 6.2.2 note 3
        writeTag(tag);
        out.writeByte(written.name().charAt(0));
        out.writeByte(written.name().charAt(1));
        if (written.hasLongLength()) {
            out.writeShort(0, layout.big());
            out.writeInt((int) length, layout.big());
        } else {
            out.writeShort((int) length, layout.big());
        }
        return written;
    }

    /** Writes a native value in the byte order of its VR as written: UN is always little endian. */
    private void writeNative(Element element, VR written) throws IOException {
        boolean big = layout.big() && written != VR.UN;
        writeBytes(element.value(), element.vr(), big);
    }

    private void writeBytes(Value value, VR vr, boolean big) throws IOException {
        if (value instanceof Value.Bytes inMemory) {
            byte[] bytes = inMemory.bytes();
            if (big && vr.unitBytes() > 1) {
                bytes = bytes.clone();
                ByteSwap.swap(bytes, bytes.length, vr.unitBytes());
            }
            out.write(bytes);
        } else if (value instanceof Value.FileRegion region) {
            boolean same = (region.order() == ByteOrder.BIG_ENDIAN) == big;
            out.writeRegion(region, same ? 1 : vr.unitBytes());
        }
        if ((ValueStreams.lengthBytes(value) & 1) == 1) {
            out.writeByte(vr.padding());
        }
    }

    private void writeTag(int tag) throws IOException {
        out.writeShort(Tag.group(tag), layout.big());
        out.writeShort(Tag.element(tag), layout.big());
    }

    private void writeTagAndLength(int tag, long length) throws IOException {
        writeTag(tag);
        out.writeInt((int) length, layout.big());
    }

    private static long checked(Element element, long length) {
        if (length > MAX_LENGTH) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot write " + element + ": got " + length + " bytes, expected less than 4 GiB");
        }
        return length;
    }
}
