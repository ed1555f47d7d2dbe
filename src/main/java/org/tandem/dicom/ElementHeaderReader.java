package org.tandem.dicom;

import java.io.IOException;

/**
 * Reads tag, VR and length (PS3.5 7.1.2, 7.1.3), and what devices write in their place: elements without VR amid
 * explicit ones, VRs that do not exist, whole items in another layout than announced.
 */
final class ElementHeaderReader {

    private static final int SHORT_HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 12;

    private final ByteInput in;
    private final ParseReport report;

    ElementHeaderReader(ByteInput in, ParseReport report) {
        this.in = in;
        this.report = report;
    }

    /** The header that comes next, of which 8 bytes are known to be there. */
    ElementHeader read(Layout layout) throws IOException {
        int tag = in.peekTag(layout.big());
        if (Tag.group(tag) == 0xFFFE) {
            return shortHeader(tag, VR.UN, in.peekUnsignedInt(4, layout.big()));
        }
        return layout.explicit() ? explicit(tag, layout.big()) : implicit(tag);
    }

    /**
     * The layout in which the data set that comes next really stands, judged by its first element: some devices
     * announce one and write another.
     */
    Layout sniff(Layout announced) throws IOException {
        if (!in.has(SHORT_HEADER_BYTES)) {
            return announced;
        }
        VR spelled = VR.spelled(in.peek(4), in.peek(5));
        Layout found = announced;
        if (announced.explicit() && spelled == null && looksImplicit()) {
            found = Layout.IMPLICIT_LITTLE;
        } else if (announced == Layout.IMPLICIT_LITTLE && spelled != null && registered(in.peekTag(false), spelled)) {
            found = Layout.EXPLICIT_LITTLE;
        } else if (announced == Layout.EXPLICIT_LITTLE && spelled != null && in.peekTag(false) >>> 16 == 0x0800) {
            found = Layout.EXPLICIT_BIG;
        } else if (announced == Layout.EXPLICIT_BIG && spelled != null && in.peekTag(true) >>> 16 == 0x0800) {
            found = Layout.EXPLICIT_LITTLE;
        }
        if (found != announced) {
            report.warn(in.peekTag(found.big()), in.offset(), "announced as " + announced + ", read as " + found);
        }
        return found;
    }

    private ElementHeader explicit(int tag, boolean big) throws IOException {
        VR vr = VR.spelled(in.peek(4), in.peek(5));
        if (vr == null) {
            return withoutKnownVr(tag, big);
        }
        if (!vr.hasLongLength()) {
            return shortHeader(tag, vr, in.peekUnsignedShort(6, big));
        }
        return longHeader(tag, vr, big);
    }

    /** Two letters that are no VR of this edition have a long length (PS3.5 7.1.2); anything else is no VR at all. */
    private ElementHeader withoutKnownVr(int tag, boolean big) throws IOException {
        boolean letters = isLetter(in.peek(4)) && isLetter(in.peek(5));
        if (!letters) {
            report.warn(tag, in.offset(), "has no VR amid explicit VRs, read as implicit VR");
            return shortHeader(tag, Dictionary.vr(tag), in.peekUnsignedInt(4, big));
        }
        report.warn(tag, in.offset(), "has an unknown VR, read as UN");
        boolean reserved = in.peek(6) == 0 && in.peek(7) == 0;
        return reserved ? longHeader(tag, VR.UN, big) : shortHeader(tag, VR.UN, in.peekUnsignedShort(6, big));
    }

    private ElementHeader implicit(int tag) throws IOException {
        return shortHeader(tag, Dictionary.vr(tag), in.peekUnsignedInt(4, false));
    }

    private ElementHeader shortHeader(int tag, VR vr, long length) throws IOException {
        ElementHeader header = new ElementHeader(tag, vr, length, in.offset());
        in.skip(SHORT_HEADER_BYTES);
        return header;
    }

    private ElementHeader longHeader(int tag, VR vr, boolean big) throws IOException {
        if (!in.has(LONG_HEADER_BYTES)) {
            throw report.refuse(
                    tag, in.offset(), in.atHand() + " bytes", "a header of " + LONG_HEADER_BYTES + " bytes");
        }
        ElementHeader header = new ElementHeader(tag, vr, in.peekUnsignedInt(8, big), in.offset());
        in.skip(LONG_HEADER_BYTES);
        return header;
    }

    /** A little-endian tag of a low group, and a length that the input can hold. */
    private boolean looksImplicit() {
        int group = in.peekTag(false) >>> 16;
        boolean letters = isLetter(in.peek(4)) && isLetter(in.peek(5)); // a VR that we do not know
        return !letters && group <= 0x7FE0 && group != 0x0800 && in.peekUnsignedInt(4, false) <= in.remaining();
    }

    private static boolean registered(int tag, VR vr) {
        DictionaryEntry entry = Dictionary.find(tag);
        return entry != null && entry.vrs().contains(vr);
    }

    private static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }
}
