package org.tandem.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Parses encapsulated pixel data (PS3.5 A.4): the items up to the sequence delimitation item. */
final class FragmentParser {

    private final ByteInput in;
    private final ParseReport report;
    private final ValueParser values;

    FragmentParser(ByteInput in, ParseReport report, ValueParser values) {
        this.in = in;
        this.report = report;
        this.values = values;
    }

    /** The offset table and the fragments after this header; each item is counted. */
    Value.Fragments read(ElementHeader header, Layout layout, Consumer<ElementHeader> count) throws IOException {
        List<Value> fragments = new ArrayList<>();
        while (true) {
            if (!in.has(8)) {
                report.warn(header.tag(), in.offset(), "has no sequence delimitation item");
                in.skip(in.atHand());
                break;
            }
            int tag = in.peekTag(layout.big());
            ElementHeader item = new ElementHeader(tag, VR.OB, in.peekUnsignedInt(4, layout.big()), in.offset());
            if (tag == Tag.ITEM && !item.undefinedLength()) {
                count.accept(item);
                in.skip(8);
                fragments.add(values.fragment(header, item, fragments.size()));
            } else if (endsAt(header, item, fragments.size())) {
                break;
            }
        }
        return new Value.Fragments(fragments);
    }

    /** Deals with what is no fragment: whether the fragments end here. */
    private boolean endsAt(ElementHeader header, ElementHeader item, int index) throws IOException {
        if (item.tag() == Tag.SEQUENCE_DELIMITATION_ITEM) {
            in.skip(8);
            if (item.lengthBytes() != 0) {
                report.warn(
                        item.tag(), item.offset(), "has the length " + item.lengthBytes() + " instead of 0, ignored");
            }
            return true;
        }
        if (item.tag() == Tag.ITEM_DELIMITATION_ITEM) {
            in.skip(8);
            report.warn(item.tag(), item.offset(), "ends nothing here");
            return false;
        }
        if (Tag.group(item.tag()) != 0xFFFE && Integer.compareUnsigned(item.tag(), header.tag()) > 0) {
            report.warn(header.tag(), item.offset(), "has no sequence delimitation item");
            return true;
        }
        throw report.refuse(
                header.tag(),
                item.offset(),
                Tag.format(item.tag()) + " after " + index + " fragments",
                "an item of defined length or a sequence delimitation item");
    }
}
