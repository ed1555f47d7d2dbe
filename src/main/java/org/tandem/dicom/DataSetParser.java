package org.tandem.dicom;

import java.io.IOException;
import java.util.function.IntPredicate;

/**
 * Parses data sets (PS3.5 7): elements, sequences, items, in any mixture of lengths. What is merely against the
 * standard becomes a warning, what cannot be understood is refused with tag and offset.
 */
final class DataSetParser {

    /** How many elements, items and fragments one input may hold: some ten times those of a large slide. */
    static final int MAX_ELEMENTS = 4_000_000;

    private final ByteInput in;
    private final ParseReport report;
    private final ElementHeaderReader headers;
    private final ValueParser values;
    private final FragmentParser fragments;
    private final SequenceParser sequences;
    private final IntPredicate stop;
    private int elements;

    /** A parser that stops before the first outer element whose tag is one of these. */
    DataSetParser(ByteInput in, ParseReport report, IntPredicate stop) {
        this.in = in;
        this.report = report;
        this.stop = stop;
        this.headers = new ElementHeaderReader(in, report);
        this.values = new ValueParser(in, report, headers);
        this.fragments = new FragmentParser(in, report, values);
        this.sequences = new SequenceParser(in, report, headers, this);
    }

    /** The data set that comes next. */
    DataSet parse(Layout announced) throws IOException {
        long end = in.remaining() == ByteInput.UNKNOWN_LENGTH ? Long.MAX_VALUE : in.offset() + in.remaining();
        ParseLevel outermost = ParseLevel.outermost(headers.sniff(announced), end);
        parseElements(outermost);
        return outermost.build();
    }

    /** Reads elements into this level until it ends. */
    void parseElements(ParseLevel level) throws IOException {
        while (in.offset() < level.end) {
            if (!in.has(8)) {
                endOfInput(level);
                return;
            }
            int tag = in.peekTag(level.layout.big());
            if (Tag.group(tag) == 0xFFFE) {
                if (sequences.endsAt(level, tag)) {
                    return;
                }
            } else if (level.depth == 0 && (stop.test(tag) || isPadding(level, tag))) {
                level.group.endsAt(in.offset(), report);
                return;
            } else {
                parseElement(level, headers.read(level.layout));
            }
        }
        level.group.endsAt(in.offset(), report);
        if (level.delimited) {
            report.warn(Tag.ITEM_DELIMITATION_ITEM, in.offset(), "missing at the end of the sequence");
        }
    }

    private void parseElement(ParseLevel level, ElementHeader header) throws IOException {
        count(header);
        level.group.at(header, report);
        Element element = element(level, header);
        if (Tag.element(header.tag()) == 0) {
            level.group.begins(header, element.value(), in.offset());
            if (Tag.group(header.tag()) > 0x0002) {
                return; // retired (PS3.5 7.2), and wrong as soon as anything changes
            }
        }
        boolean ascends = level.lastTag == 0 || Integer.compareUnsigned(header.tag(), level.lastTag) > 0;
        if (!ascends && isMisplaced(level, header)) {
            return;
        }
        level.put(element, element.vr() != header.vr() || !level.layout.explicit());
        report.located(element, header.offset());
        level.lastTag = ascends ? header.tag() : level.lastTag;
        if (element.tag() == Tag.SPECIFIC_CHARACTER_SET) {
            level.builder.characterSet().oddity().ifPresent(odd -> report.warn(element.tag(), header.offset(), odd));
        }
    }

    /** Warns of an element that stands behind one of a higher tag, and tells whether it has been there before. */
    private boolean isMisplaced(ParseLevel level, ElementHeader header) {
        if (level.builder.contains(header.tag())) {
            report.warn(header.tag(), header.offset(), "stands twice in one data set, the first is kept");
            return true;
        }
        report.warn(header.tag(), header.offset(), "stands behind " + Tag.format(level.lastTag) + ", put in order");
        return false;
    }

    private Element element(ParseLevel level, ElementHeader header) throws IOException {
        VR vr = header.vr();
        if (header.undefinedLength()) {
            return ofUndefinedLength(level, header);
        }
        if (vr == VR.SQ) {
            return sequenceOrBytes(level, header, level.layout);
        }
        if (vr == VR.UN && Dictionary.find(header.tag()) != null) {
            return knownAfterAll(level, header);
        }
        return new Element(header.tag(), vr, values.read(header, vr, level));
    }

    private Element ofUndefinedLength(ParseLevel level, ElementHeader header) throws IOException {
        VR vr = header.vr();
        if (vr == VR.OB || vr == VR.OW || (header.tag() == Tag.PIXEL_DATA && vr != VR.SQ)) {
            return new Element(header.tag(), vr, fragments.read(header, level.layout, this::count));
        }
        if (vr != VR.SQ && vr != VR.UN) {
            report.warn(header.tag(), header.offset(), "has undefined length and VR " + vr + ", read as a sequence");
        }
        // UN of undefined length is a sequence in implicit VR (PS3.5 6.2.2)
        return sequences.read(level, header, vr == VR.UN ? Layout.IMPLICIT_LITTLE : level.layout);
    }

    /** An element that some node on the way did not know and we do: its value is in implicit VR little endian. */
    private Element knownAfterAll(ParseLevel level, ElementHeader header) throws IOException {
        VR vr = Dictionary.vr(header.tag());
        if (vr == VR.SQ) {
            return sequenceOrBytes(level, header, Layout.IMPLICIT_LITTLE);
        }
        return new Element(header.tag(), vr, values.read(header, VR.UN, level));
    }

    /**
     * A sequence of defined length; where its first bytes are no item, they are kept as what the dictionary says that
     * the element is, or without being understood.
     */
    private Element sequenceOrBytes(ParseLevel level, ElementHeader header, Layout layout) throws IOException {
        boolean fits = header.lengthBytes() >= 8
                && header.lengthBytes() <= in.remaining()
                && in.offset() + 8 <= level.end
                && in.has(8);
        if (fits && Tag.group(in.peekTag(false)) != 0xFFFE && Tag.group(in.peekTag(true)) != 0xFFFE) {
            VR known = Dictionary.vr(header.tag());
            VR kept = known == VR.SQ ? VR.UN : known;
            report.warn(header.tag(), header.offset(), "is a sequence without items, kept as " + kept);
            return new Element(header.tag(), kept, values.read(header, VR.UN, level));
        }
        return sequences.read(level, header, layout);
    }

    private void endOfInput(ParseLevel level) throws IOException {
        level.group.endsAt(in.offset(), report);
        int left = in.atHand();
        boolean zeros = true;
        for (int i = 0; i < left; i++) {
            zeros &= in.peek(i) == 0;
        }
        boolean open = level.depth > 0 && !level.delimited;
        if (!zeros || open) {
            report.cutOff(
                    level.lastTag,
                    in.offset(),
                    left + " bytes behind it",
                    open ? "the rest of an item" : "an element of 8 bytes");
        } else if (left > 0 || level.delimited) {
            report.warn(0, in.offset(), level.delimited ? "the input ends amid an item" : left + " zeros at the end");
        }
        in.skip(left);
    }

    /** Zeros after the last element, as some archives pad files to whole blocks. */
    private boolean isPadding(ParseLevel level, int tag) {
        if (tag != 0 || level.builder.isEmpty()) {
            return false;
        }
        report.warn(0, in.offset(), "zeros after the last element");
        return true;
    }

    void count(ElementHeader header) {
        if (++elements > MAX_ELEMENTS) {
            throw report.refuse(
                    header.tag(), header.offset(), "more elements", "at most " + MAX_ELEMENTS + " elements and items");
        }
    }
}
