package org.tandem.dicom;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One data set that is being parsed: the outermost, or an item in some depth. */
final class ParseLevel {

    private static final int UNKNOWN = -1;

    final DataSetBuilder builder;
    final Layout layout;
    final int depth;
    /** What the last group length element said. */
    final GroupLength group = new GroupLength();
    /** Whether a delimitation item ends it. */
    final boolean delimited;

    /** The offset at which it ends at the latest; moved where the length of an item turns out to be too short. */
    long end;
    /** The highest tag so far, in order that of the last element; 0 before the first. */
    int lastTag;

    private final @Nullable ParseLevel parent;
    private int pixelRepresentation = UNKNOWN;
    private final List<Integer> undecided = new ArrayList<>(0);

    private ParseLevel(@Nullable ParseLevel parent, Layout layout, long end, boolean delimited) {
        this.parent = parent;
        this.builder = parent == null ? DataSet.builder() : DataSet.builder(parent.builder.characterSet());
        this.layout = layout;
        this.depth = parent == null ? 0 : parent.depth + 1;
        this.end = end;
        this.delimited = delimited;
    }

    static ParseLevel outermost(Layout layout, long end) {
        return new ParseLevel(null, layout, end, false);
    }

    ParseLevel item(Layout itemLayout, long itemEnd, boolean itemDelimited) {
        return new ParseLevel(this, itemLayout, itemEnd, itemDelimited);
    }

    /** Puts an element whose VR was read; where it came from the registry, "US or SS" is decided in the end. */
    void put(Element element, boolean vrFromRegistry) {
        builder.put(element);
        if (element.tag() == Tag.PIXEL_REPRESENTATION
                && element.value() instanceof Value.Bytes value
                && value.bytes().length > 0) {
            pixelRepresentation = value.bytes()[0] & 1;
        }
        if (vrFromRegistry && (element.vr() == VR.US || element.vr() == VR.OW)) {
            DictionaryEntry entry = Dictionary.find(element.tag());
            if (entry != null && entry.vrs().size() > 1 && entry.vrs().get(0) == VR.US) {
                undecided.add(element.tag());
            }
        }
    }

    DataSet build() {
        undecided.forEach(this::decide);
        return builder.build();
    }

    /**
     * "US or SS" follows the Pixel Representation (0028,0103) of the nearest data set around; "US or OW" is US where
     * there is one value (PS3.5 A.1, PS3.3 C.7.6.3.1, C.11.1).
     */
    private void decide(int tag) {
        Element element = builder.get(tag);
        DictionaryEntry entry = Dictionary.find(tag);
        if (entry == null || !(element.value() instanceof Value.Bytes value)) {
            return;
        }
        VR vr = VR.US;
        if (entry.vrs().contains(VR.OW) && value.bytes().length > 2) {
            vr = VR.OW;
        } else if (entry.vrs().contains(VR.SS) && signed()) {
            vr = VR.SS;
        }
        builder.put(new Element(tag, vr, value));
    }

    private boolean signed() {
        for (ParseLevel level = this; level != null; level = level.parent) {
            if (level.pixelRepresentation != UNKNOWN) {
                return level.pixelRepresentation == 1;
            }
        }
        return false;
    }
}
