package org.tandem.dicom;

import java.io.IOException;

/**
 * Reads tag, VR and length (PS3.5 7.1.2, 7.1.3), and what devices write in their place: elements without VR amid
 * explicit ones and the reverse, VRs that do not exist, whole items in another layout than announced.
 */
final class ElementHeaderReader {

    private static final int SHORT_HEADER_BYTES = 8;
    private static final int LONG_HEADER_BYTES = 12;

    private final ByteInput in;
    private final ParseReport report;
    private final LayoutGuess guess;

    ElementHeaderReader(ByteInput in, ParseReport report) {
        this.in = in;
        this.report = report;
        this.guess = new LayoutGuess(in);
    }

    /** The header that comes next, of which 8 bytes are known to be there. */
    ElementHeader read(Layout layout) throws IOException {
        int tag = in.peekTag(layout.big());
        if (Tag.group(tag) == 0xFFFE) {
            return shortHeader(tag, VR.UN, in.peekUnsignedInt(4, layout.big()));
        }
        return layout.explicit() ? explicit(tag, layout) : implicit(tag);
    }

    /**
     * The layout in which the data set that comes next really stands, judged by its first element: some devices
     * announce one and write another.
     */
    Layout sniff(Layout announced) throws IOException {
        Layout found = in.has(SHORT_HEADER_BYTES) ? guess.ofDataSet(announced) : announced;
        if (found != announced) {
            report.warn(in.peekTag(found.big()), in.offset(), "announced as " + announced + ", read as " + found);
        }
        return found;
    }

    /** Whether an element may stand this many bytes on, behind the one of this tag. */
    boolean continues(int distanceBytes, int tag, Layout layout) throws IOException {
        return guess.continues(distanceBytes, tag, layout);
    }

    private ElementHeader explicit(int tag, Layout layout) throws IOException {
        VR vr = VR.spelled(in.peek(4), in.peek(5));
        if (vr == null) {
            return withoutKnownVr(tag, layout);
        }
        if (!vr.hasLongLength()) {
            return shortHeader(tag, vr, in.peekUnsignedShort(6, layout.big()));
        }
        return longHeader(tag, vr, layout.big());
    }

    /**
     * Two letters that are no VR of this edition have a long length (PS3.5 7.1.2), but some wrote a short one; anything
     * else is no VR at all, or the "??", blanks or zeros of one who did not know it. What follows tells them apart.
     */
    private ElementHeader withoutKnownVr(int tag, Layout layout) throws IOException {
        boolean big = layout.big();
        boolean letters = LayoutGuess.isLetter(in.peek(4)) && LayoutGuess.isLetter(in.peek(5));
        boolean reserved = in.peek(6) == 0 && in.peek(7) == 0 && in.has(LONG_HEADER_BYTES);
        long shortLength = in.peekUnsignedShort(6, big);
        boolean isLong = reserved && ends(LONG_HEADER_BYTES, in.peekUnsignedInt(8, big), tag, layout);
        boolean isShort = ends(SHORT_HEADER_BYTES, shortLength, tag, layout);
        boolean isImplicit = ends(SHORT_HEADER_BYTES, in.peekUnsignedInt(4, big), tag, layout);
        if (!letters && (isImplicit || !(isLong || isShort))) {
            report.warn(tag, in.offset(), "has no VR amid explicit VRs, read as implicit VR");
            return shortHeader(tag, Dictionary.vr(tag), in.peekUnsignedInt(4, big));
        }
        report.warn(tag, in.offset(), "has the unknown VR " + spelling() + ", read as UN");
        return isLong || (reserved && !isShort) ? longHeader(tag, VR.UN, big) : shortHeader(tag, VR.UN, shortLength);
    }

    private boolean ends(int headerBytes, long length, int tag, Layout layout) throws IOException {
        return length <= in.remaining() - headerBytes
                && length <= Integer.MAX_VALUE - headerBytes
                && guess.continues(headerBytes + (int) length, tag, layout);
    }

    private String spelling() {
        int first = in.peek(4);
        int second = in.peek(5);
        boolean printable = first >= ' ' && first < 0x7F && second >= ' ' && second < 0x7F;
        return printable ? "\"" + (char) first + (char) second + "\"" : String.format("%02X %02X", first, second);
    }

    private ElementHeader implicit(int tag) throws IOException {
        VR spelled = VR.spelled(in.peek(4), in.peek(5));
        if (spelled != null && guess.isExplicitAmidImplicit(tag, spelled)) {
            report.warn(tag, in.offset(), "has a VR amid implicit VRs, read as explicit VR");
            return explicit(tag, Layout.EXPLICIT_LITTLE);
        }
        return shortHeader(tag, Dictionary.vr(tag), in.peekUnsignedInt(4, false));
    }

    private ElementHeader shortHeader(int tag, VR vr, long length) throws IOException {
        ElementHeader header = new ElementHeader(tag, vr, length, in.offset());
        in.skip(SHORT_HEADER_BYTES);
        return header;
    }

    private ElementHeader longHeader(int tag, VR vr, boolean big) throws IOException {
        if (!in.has(LONG_HEADER_BYTES)) {
            report.cutOff(tag, in.offset(), in.atHand() + " bytes", "a header of " + LONG_HEADER_BYTES + " bytes");
            ElementHeader header = new ElementHeader(tag, VR.UN, 0, in.offset());
            in.skip(in.atHand());
            return header;
        }
        ElementHeader header = new ElementHeader(tag, vr, in.peekUnsignedInt(8, big), in.offset());
        in.skip(LONG_HEADER_BYTES);
        return header;
    }
}
