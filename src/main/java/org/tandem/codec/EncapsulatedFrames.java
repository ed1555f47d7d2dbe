package org.tandem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandem.dicom.Value;

/** Compressed frames as pixel data (PS3.5 A.4): a fragment for each, and where each begins. */
public final class EncapsulatedFrames {

    private static final int ITEM_HEADER_BYTES = 8;

    private EncapsulatedFrames() {}

    /**
     * One fragment a frame, padded to an even length with a zero byte, after a Basic Offset Table; that is empty where
     * an offset would not fit into its 32 bits.
     */
    public static Value.Fragments of(List<byte[]> frames) {
        ByteBuffer table = ByteBuffer.allocate(frames.size() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        List<Value> fragments = new ArrayList<>();
        long offset = 0;
        boolean fits = true;
        for (byte[] frame : frames) {
            byte[] even = Arrays.copyOf(frame, frame.length + frame.length % 2);
            fragments.add(new Value.Bytes(even));
            fits &= offset <= 0xFFFFFFFFL;
            table.putInt((int) offset);
            offset += ITEM_HEADER_BYTES + even.length;
        }
        fragments.add(0, new Value.Bytes(fits ? table.array() : new byte[0]));
        return new Value.Fragments(fragments);
    }
}
