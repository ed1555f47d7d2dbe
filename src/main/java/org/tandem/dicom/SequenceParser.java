package org.tandem.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses sequences and their items (PS3.5 7.5), of defined and undefined length, and finds back into step where lengths
 * are wrong, or delimiters missing or superfluous.
 */
final class SequenceParser {

    private static final int SWAPPED_ITEM = 0xFEFF00E0; // (FFFE,E000) of the other byte order

    private final ByteInput in;
    private final ParseReport report;
    private final ElementHeaderReader headers;
    private final DataSetParser elements;

    SequenceParser(ByteInput in, ParseReport report, ElementHeaderReader headers, DataSetParser elements) {
        this.in = in;
        this.report = report;
        this.headers = headers;
        this.elements = elements;
    }

    /** The sequence after this header. */
    Element read(ParseLevel level, ElementHeader header, Layout layout) throws IOException {
        int maxDepth = report.options().maxDepth();
        if (level.depth >= maxDepth) {
            throw report.refuse(
                    header.tag(), header.offset(), "sequences nested deeper", "a depth of at most " + maxDepth);
        }
        List<DataSet> items = new ArrayList<>();
        items(level, header, layout, items);
        return new Element(header.tag(), VR.SQ, new Value.Items(items));
    }

    private void items(ParseLevel level, ElementHeader sequence, Layout announced, List<DataSet> items)
            throws IOException {
        long end = endOf(level.end, sequence);
        Layout layout = announced;
        while (in.offset() < end) {
            if (!in.has(8)) {
                endOfInput(sequence);
                return;
            }
            int tag = in.peekTag(layout.big());
            if (tag == SWAPPED_ITEM) {
                layout = layout.big() ? Layout.EXPLICIT_LITTLE : Layout.EXPLICIT_BIG;
                report.warn(sequence.tag(), in.offset(), "has items of the other byte order");
            } else if (tag != Tag.ITEM) {
                if (sequenceEndsAt(sequence, tag, layout)) {
                    return;
                }
            } else {
                items.add(item(level, sequence, layout, end));
            }
        }
        if (sequence.undefinedLength()) {
            report.warn(sequence.tag(), in.offset(), "has no sequence delimitation item");
        }
    }

    private DataSet item(ParseLevel level, ElementHeader sequence, Layout layout, long sequenceEnd) throws IOException {
        ElementHeader header = headers.read(layout);
        elements.count(header);
        long end = endOf(sequenceEnd, header);
        boolean empty = in.offset() >= end;
        ParseLevel item = level.item(empty ? layout : headers.sniff(layout), end, header.undefinedLength());
        elements.parseElements(item);
        if (!header.undefinedLength() && !sequence.undefinedLength() && goesOn(layout, sequenceEnd)) {
            report.warn(Tag.ITEM, header.offset(), "is longer than its length of " + header.lengthBytes() + " bytes");
            item.end = sequenceEnd;
            elements.parseElements(item);
        }
        return item.build();
    }

    /** Whether elements follow where a sequence of defined length can only have an item. */
    private boolean goesOn(Layout layout, long sequenceEnd) throws IOException {
        return in.offset() < sequenceEnd && in.has(8) && Tag.group(in.peekTag(layout.big())) != 0xFFFE;
    }

    /** The offset at which a sequence or item ends, never beyond what is around it. */
    private long endOf(long outerEnd, ElementHeader header) {
        if (header.undefinedLength()) {
            return outerEnd;
        }
        long end = in.offset() + header.lengthBytes();
        if (end <= outerEnd) {
            return end;
        }
        if (header.lengthBytes() > in.remaining()) {
            report.cutOff(header.tag(), header.offset(), in.remaining() + " bytes", header.lengthBytes() + " bytes");
        } else {
            report.warn(header.tag(), header.offset(), "is longer than what is around it");
        }
        return outerEnd;
    }

    /** Deals with a delimiter amid elements: whether it ends this data set. */
    boolean endsAt(ParseLevel level, int tag) throws IOException {
        long offset = in.offset();
        level.group.endsAt(offset, report);
        if (tag == Tag.ITEM_DELIMITATION_ITEM || (tag == Tag.SEQUENCE_DELIMITATION_ITEM && !level.delimited)) {
            ElementHeader delimiter = headers.read(level.layout);
            warnOfLength(delimiter);
            if (!level.delimited) {
                report.warn(tag, offset, "ends nothing here");
            }
            return level.delimited;
        }
        if (tag == Tag.ITEM && level.depth == 0 && resumed(level)) {
            return false;
        }
        boolean known = tag == Tag.SEQUENCE_DELIMITATION_ITEM || tag == Tag.ITEM;
        if (!known || level.depth == 0) {
            throw report.refuse(tag, offset, "an item or delimiter outside any sequence", "a data element");
        }
        report.warn(Tag.ITEM_DELIMITATION_ITEM, offset, "missing at the end of an item");
        return true;
    }

    /** Items that follow a sequence belong to it: its length was too short. */
    private boolean resumed(ParseLevel level) throws IOException {
        Element last = level.lastTag == 0 ? null : level.builder.get(level.lastTag);
        if (last == null
                || !(last.value() instanceof Value.Items known)
                || known.items().isEmpty()) {
            return false;
        }
        report.warn(last.tag(), in.offset(), "has items beyond its length");
        List<DataSet> items = new ArrayList<>(known.items());
        ElementHeader open = new ElementHeader(last.tag(), VR.SQ, ElementHeader.UNDEFINED, in.offset());
        while (in.has(8) && in.peekTag(level.layout.big()) == Tag.ITEM) {
            items.add(item(level, open, level.layout, level.end));
        }
        level.builder.put(new Element(last.tag(), VR.SQ, new Value.Items(items)));
        return true;
    }

    /** Deals with what is no item amid items: whether it ends the sequence. */
    private boolean sequenceEndsAt(ElementHeader sequence, int tag, Layout layout) throws IOException {
        long offset = in.offset();
        if (tag == Tag.SEQUENCE_DELIMITATION_ITEM || tag == Tag.ITEM_DELIMITATION_ITEM) {
            warnOfLength(headers.read(layout));
            boolean ends = tag == Tag.SEQUENCE_DELIMITATION_ITEM && sequence.undefinedLength();
            if (!ends) {
                report.warn(tag, offset, "ends nothing here");
            }
            return ends;
        }
        if (Integer.compareUnsigned(tag, sequence.tag()) > 0 && Tag.group(tag) != 0xFFFE) {
            boolean delimited = sequence.undefinedLength();
            report.warn(
                    sequence.tag(),
                    offset,
                    delimited ? "has no sequence delimitation item" : "is shorter than its length");
            return true;
        }
        throw report.refuse(sequence.tag(), offset, Tag.format(tag), "an item or a sequence delimitation item");
    }

    private void warnOfLength(ElementHeader delimiter) {
        if (delimiter.lengthBytes() != 0) {
            report.warn(
                    delimiter.tag(),
                    delimiter.offset(),
                    "has the length " + delimiter.lengthBytes() + " instead of 0, ignored");
        }
    }

    private void endOfInput(ElementHeader sequence) throws IOException {
        if (!sequence.undefinedLength() || in.atHand() > 0) {
            report.cutOff(sequence.tag(), in.offset(), in.atHand() + " bytes", "the rest of a sequence");
        } else {
            report.warn(sequence.tag(), in.offset(), "the input ends amid the sequence");
        }
        in.skip(in.atHand());
    }
}
