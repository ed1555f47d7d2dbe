package org.tandem.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What a group length element (gggg,0000) said of the group that is being read (PS3.5 7.2), held to its real end. */
final class GroupLength {

    private static final int NONE = -1;

    private int group = NONE;
    private long elementOffset;
    private long begin;
    private long claimedBytes;

    /** A group length element was read; the elements that it counts begin at this offset. */
    void begins(ElementHeader header, Value value, long offset) {
        if (value instanceof Value.Bytes claimed && claimed.bytes().length == Integer.BYTES) {
            group = Tag.group(header.tag());
            elementOffset = header.offset();
            begin = offset;
            claimedBytes = Integer.toUnsignedLong(ByteBuffer.wrap(claimed.bytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getInt());
        }
    }

    /** The next element begins: of this group, or of the one behind it. */
    void at(ElementHeader header, ParseReport report) {
        if (group != NONE && Tag.group(header.tag()) != group) {
            endsAt(header.offset(), report);
        }
    }

    /** The group ends here; warns where its length said otherwise. */
    void endsAt(long offset, ParseReport report) {
        if (group != NONE && offset - begin != claimedBytes) {
            report.warn(
                    Tag.of(group, 0),
                    elementOffset,
                    "says that its group has " + claimedBytes + " bytes, it has " + (offset - begin));
        }
        group = NONE;
    }
}
