package org.tandem.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Parses data sets (PS3.5 7): elements, sequences, items, in any mixture of lengths. What is merely against the
 * standard becomes a warning, what cannot be understood is refused with tag and offset.
 */
final class DataSetParser {

    /** How deep sequences may nest: twenty times what real objects do, and no danger to the stack. */
    static final int MAX_DEPTH = 64;

    /** How many elements, items and fragments one input may hold: some ten times those of a large slide. */
    static final int MAX_ELEMENTS = 4_000_000;

    private static final int SWAPPED_ITEM = 0xFEFF00E0; // (FFFE,E000) of the other byte order

    private final ByteInput in;
    private final ParseReport report;
    private final ElementHeaderReader headers;
    private final ValueParser values;
    private final IntPredicate stop;
    private int elements;

    /** A parser that stops before the first outer element whose tag is one of these. */
    DataSetParser(ByteInput in, ParseReport report, IntPredicate stop) {
        this.in = in;
        this.report = report;
        this.stop = stop;
        this.headers = new ElementHeaderReader(in, report);
        this.values = new ValueParser(in, report);
    }

    /** The data set that comes next. */
    DataSet parse(Layout announced) throws IOException {
        long end = in.remaining() == ByteInput.UNKNOWN_LENGTH ? Long.MAX_VALUE : in.offset() + in.remaining();
        ParseLevel outermost = ParseLevel.outermost(headers.sniff(announced), end);
        parseElements(outermost);
        return outermost.build();
    }

    private void parseElements(ParseLevel level) throws IOException {
        while (in.offset() < level.end) {
            if (!in.has(8)) {
                endOfInput(level);
                return;
            }
            int tag = in.peekTag(level.layout.big());
            if (Tag.group(tag) == 0xFFFE) {
                if (endsAt(level, tag)) {
                    return;
                }
            } else if (level.depth == 0 && (stop.test(tag) || isPadding(level, tag))) {
                return;
            } else {
                parseElement(level, headers.read(level.layout));
            }
        }
        if (level.delimited) {
            report.warn(Tag.ITEM_DELIMITATION_ITEM, in.offset(), "missing at the end of the sequence");
        }
    }

    private void parseElement(ParseLevel level, ElementHeader header) throws IOException {
        count(header);
        boolean groupLength = Tag.element(header.tag()) == 0 && Tag.group(header.tag()) > 0x0002;
        Element element = element(level, header);
        if (groupLength) {
            return; // retired (PS3.5 7.2), and wrong as soon as anything changes
        }
        if (level.builder.contains(element.tag())) {
            report.warn(element.tag(), header.offset(), "stands twice in one data set, the first is kept");
            return;
        }
        level.put(element, element.vr() != header.vr() || !level.layout.explicit());
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            level.builder.characterSet().oddity().ifPresent(odd -> report.warn(element.tag(), header.offset(), odd));
        }
    }

    private Element element(ParseLevel level, ElementHeader header) throws IOException {
        VR vr = header.vr();
        if (header.undefinedLength()) {
            if (vr == VR.OB || vr == VR.OW || (header.tag() == Tag.PIXEL_DATA && vr != VR.SQ)) {
                return new Element(header.tag(), vr, values.fragments(header, level.layout, this::count));
            }
            // UN of undefined length is a sequence in implicit VR (PS3.5 6.2.2)
            return sequence(level, header, vr == VR.UN ? Layout.IMPLICIT_LITTLE : level.layout);
        }
        if (vr == VR.SQ) {
            return sequence(level, header, level.layout);
        }
        if (vr == VR.UN && level.layout.explicit() && Dictionary.find(header.tag()) != null) {
            return knownAfterAll(level, header);
        }
        return new Element(header.tag(), vr, values.read(header, vr, level));
    }

    /** An element that some node on the way did not know and we do: its value is in implicit VR little endian. */
    private Element knownAfterAll(ParseLevel level, ElementHeader header) throws IOException {
        VR vr = Dictionary.vr(header.tag());
        if (vr == VR.SQ) {
            return sequence(level, header, Layout.IMPLICIT_LITTLE);
        }
        return new Element(header.tag(), vr, values.read(header, VR.UN, level));
    }

    private Element sequence(ParseLevel level, ElementHeader header, Layout layout) throws IOException {
        if (level.depth >= MAX_DEPTH) {
            throw report.refuse(
                    header.tag(), header.offset(), "sequences nested deeper", "a depth of at most " + MAX_DEPTH);
        }
        return new Element(header.tag(), VR.SQ, new Value.Items(items(level, header, layout)));
    }

    private List<DataSet> items(ParseLevel level, ElementHeader sequence, Layout announced) throws IOException {
        long end = endOf(level.end, level.depth, sequence);
        Layout layout = announced;
        List<DataSet> items = new ArrayList<>();
        while (in.offset() < end) {
            if (!in.has(8)) {
                endOfSequenceInput(sequence);
                return items;
            }
            int tag = in.peekTag(layout.big());
            if (tag == SWAPPED_ITEM) {
                layout = layout.big() ? Layout.EXPLICIT_LITTLE : Layout.EXPLICIT_BIG;
                report.warn(sequence.tag(), in.offset(), "has items of the other byte order");
                continue;
            }
            if (tag != Tag.ITEM) {
                if (sequenceEndsAt(sequence, tag, layout)) {
                    return items;
                }
                continue;
            }
            ElementHeader item = headers.read(layout);
            count(item);
            items.add(item(level, item, layout, end));
        }
        if (sequence.undefinedLength()) {
            report.warn(sequence.tag(), in.offset(), "has no sequence delimitation item");
        }
        return items;
    }

    private DataSet item(ParseLevel level, ElementHeader item, Layout layout, long sequenceEnd) throws IOException {
        long end = endOf(sequenceEnd, level.depth + 1, item);
        boolean empty = in.offset() >= end;
        ParseLevel inner = level.item(empty ? layout : headers.sniff(layout), end, item.undefinedLength());
        parseElements(inner);
        return inner.build();
    }

    /** The offset at which a sequence or item ends, never beyond what is around it. */
    private long endOf(long outerEnd, int depth, ElementHeader header) {
        if (header.undefinedLength()) {
            return outerEnd;
        }
        long end = in.offset() + header.lengthBytes();
        if (end > outerEnd) {
            if (depth == 0 || header.lengthBytes() > in.remaining()) {
                throw report.refuse(
                        header.tag(), header.offset(), in.remaining() + " bytes", header.lengthBytes() + " bytes");
            }
            report.warn(header.tag(), header.offset(), "is longer than what is around it");
            return outerEnd;
        }
        return end;
    }

    /** Deals with a delimiter amid elements: whether it ends this data set. */
    private boolean endsAt(ParseLevel level, int tag) throws IOException {
        long offset = in.offset();
        if (tag == Tag.ITEM_DELIMITATION_ITEM || (tag == Tag.SEQUENCE_DELIMITATION_ITEM && !level.delimited)) {
            ElementHeader delimiter = headers.read(level.layout);
            if (!level.delimited || delimiter.lengthBytes() != 0) {
                report.warn(tag, offset, level.delimited ? "has a length" : "ends nothing here");
            }
            return level.delimited;
        }
        boolean known = tag == Tag.SEQUENCE_DELIMITATION_ITEM || tag == Tag.ITEM;
        if (!known || level.depth == 0) {
            throw report.refuse(tag, offset, "an item or delimiter outside any sequence", "a data element");
        }
        report.warn(Tag.ITEM_DELIMITATION_ITEM, offset, "missing at the end of an item");
        return true;
    }

    /** Deals with what is no item amid items: whether it ends the sequence. */
    private boolean sequenceEndsAt(ElementHeader sequence, int tag, Layout layout) throws IOException {
        long offset = in.offset();
        if (tag == Tag.SEQUENCE_DELIMITATION_ITEM || tag == Tag.ITEM_DELIMITATION_ITEM) {
            headers.read(layout);
            boolean ends = tag == Tag.SEQUENCE_DELIMITATION_ITEM && sequence.undefinedLength();
            if (!ends) {
                report.warn(tag, offset, "ends nothing here");
            }
            return ends;
        }
        if (sequence.undefinedLength() && Integer.compareUnsigned(tag, sequence.tag()) > 0 && tag >>> 16 != 0xFFFE) {
            report.warn(sequence.tag(), offset, "has no sequence delimitation item");
            return true;
        }
        throw report.refuse(sequence.tag(), offset, Tag.format(tag), "an item or a sequence delimitation item");
    }

    private void endOfInput(ParseLevel level) throws IOException {
        int left = in.atHand();
        boolean zeros = true;
        for (int i = 0; i < left; i++) {
            zeros &= in.peek(i) == 0;
        }
        boolean open = level.depth > 0 && !level.delimited;
        if (!zeros || open) {
            throw report.refuse(
                    0, in.offset(), left + " bytes", open ? "the rest of an item" : "an element of 8 bytes");
        }
        if (left > 0 || level.delimited) {
            report.warn(0, in.offset(), level.delimited ? "the input ends amid an item" : left + " zeros at the end");
        }
        in.skip(left);
    }

    private void endOfSequenceInput(ElementHeader sequence) throws IOException {
        if (!sequence.undefinedLength() || in.atHand() > 0) {
            throw report.refuse(sequence.tag(), in.offset(), in.atHand() + " bytes", "the rest of a sequence");
        }
        report.warn(sequence.tag(), in.offset(), "the input ends amid the sequence");
    }

    /** Zeros after the last element, as some archives pad files to whole blocks. */
    private boolean isPadding(ParseLevel level, int tag) {
        if (tag != 0 || level.builder.isEmpty()) {
            return false;
        }
        report.warn(0, in.offset(), "zeros after the last element");
        return true;
    }

    private void count(ElementHeader header) {
        if (++elements > MAX_ELEMENTS) {
            throw report.refuse(
                    header.tag(), header.offset(), "more elements", "at most " + MAX_ELEMENTS + " elements and items");
        }
    }
}
