package org.tandem.dicom;

import java.io.IOException;

/** Tells from bytes that are about to be parsed in which layout they stand, whatever was announced. */
final class LayoutGuess {

    /** Tag, VR and a short length. */
    private static final int HEADER_BYTES = 8;

    private final ByteInput in;

    LayoutGuess(ByteInput in) {
        this.in = in;
    }

    /** The layout of the data set that comes next, of which 8 bytes are at hand. */
    Layout ofDataSet(Layout announced) {
        VR spelled = VR.spelled(in.peek(4), in.peek(5));
        if (spelled == null) {
            return announced.explicit() && looksImplicit() ? Layout.IMPLICIT_LITTLE : announced;
        }
        int little = in.peekTag(false);
        int big = in.peekTag(true);
        return switch (announced) {
            case IMPLICIT_LITTLE -> ofImplicit(little, big, spelled);
            case EXPLICIT_LITTLE -> swapped(little, big, spelled) ? Layout.EXPLICIT_BIG : announced;
            case EXPLICIT_BIG -> swapped(big, little, spelled) ? Layout.EXPLICIT_LITTLE : announced;
        };
    }

    private static Layout ofImplicit(int little, int big, VR spelled) {
        if (registered(little, spelled)) {
            return Layout.EXPLICIT_LITTLE;
        }
        return registered(big, spelled) ? Layout.EXPLICIT_BIG : Layout.IMPLICIT_LITTLE;
    }

    /** Nearly all groups of the standard are below 0100, so the low byte of a swapped one is zero: (0008 as 0800). */
    private static boolean swapped(int announced, int other, VR spelled) {
        return (Tag.group(announced) & 0xFF) == 0 && registered(other, spelled) && !registered(announced, spelled);
    }

    /** A little-endian tag of a low group, and a length that the input can hold. */
    private boolean looksImplicit() {
        int group = in.peekTag(false) >>> 16;
        boolean letters = isLetter(in.peek(4)) && isLetter(in.peek(5)); // a VR that we do not know
        return !letters && group <= 0x7FE0 && group != 0x0800 && in.peekUnsignedInt(4, false) <= in.remaining();
    }

    /**
     * Whether an element of a data set in implicit VR has a VR all the same: the one that the registry gives it, or one
     * whose letters, taken for the length, would be more than there is.
     */
    boolean isExplicitAmidImplicit(int tag, VR spelled) {
        return registered(tag, spelled) || in.peekUnsignedInt(4, false) > in.remaining();
    }

    /**
     * Whether what stands this many bytes on may follow an element of this tag: the end, an item, a delimiter, or the
     * header of an element of a higher tag. False where it is too far away to be seen.
     */
    boolean continues(int distanceBytes, int tag, Layout layout) throws IOException {
        if (distanceBytes == in.remaining()) {
            return true;
        }
        if (distanceBytes < 0 || distanceBytes > Integer.MAX_VALUE - HEADER_BYTES) {
            return false;
        }
        if (!in.has(distanceBytes + HEADER_BYTES)) {
            return in.atHand() == distanceBytes;
        }
        int next = Tag.of(
                in.peekUnsignedShort(distanceBytes, layout.big()),
                in.peekUnsignedShort(distanceBytes + 2, layout.big()));
        if (Tag.group(next) == 0xFFFE) {
            return next == Tag.ITEM || next == Tag.ITEM_DELIMITATION_ITEM || next == Tag.SEQUENCE_DELIMITATION_ITEM;
        }
        return Integer.compareUnsigned(next, tag) > 0 && isHeader(distanceBytes, layout);
    }

    private boolean isHeader(int distanceBytes, Layout layout) {
        int first = in.peek(distanceBytes + 4);
        int second = in.peek(distanceBytes + 5);
        boolean letters = isLetter(first) && isLetter(second);
        boolean unknown = (first == '?' && second == '?') || (first == ' ' && second == ' ') || (first | second) == 0;
        return layout.explicit()
                ? letters || unknown
                : in.peekUnsignedInt(distanceBytes + 4, false) <= in.remaining() - distanceBytes;
    }

    /** Whether the registry gives this element this VR. */
    static boolean registered(int tag, VR vr) {
        DictionaryEntry entry = Dictionary.find(tag);
        return entry != null && entry.vrs().contains(vr);
    }

    static boolean isLetter(int character) {
        return character >= 'A' && character <= 'Z';
    }
}
