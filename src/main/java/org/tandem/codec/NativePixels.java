package org.tandem.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;

/** Writes frames as native pixel data (PS3.5 8.1.1), little endian, Planar Configuration 0, without padding. */
public final class NativePixels {

    private final OutputStream out;
    private int pending;
    private int pendingBits;

    private NativePixels(OutputStream out) {
        this.out = out;
    }

    /** Writes one frame (numbered from 0), or all; frames of one-bit pixels follow each other within a byte. */
    public static void write(FrameReader frames, OptionalInt only, OutputStream out) throws IOException {
        NativePixels pixels = new NativePixels(out);
        int allocated = frames.format().bits().allocated();
        int end = only.isPresent() ? only.getAsInt() + 1 : frames.format().frames();
        for (int frame = only.orElse(0); frame < end; frame++) {
            if (allocated == 1) {
                pixels.writeBits(frames.cells(frame));
            } else {
                out.write(Samples.bytes(frames.cells(frame), allocated));
            }
        }
        pixels.finish();
    }

    /** The first pixel is the least significant bit of a byte. */
    private void writeBits(int[] cells) throws IOException {
        for (int cell : cells) {
            pending |= (cell & 1) << pendingBits++;
            if (pendingBits == Byte.SIZE) {
                finish();
            }
        }
    }

    private void finish() throws IOException {
        if (pendingBits > 0) {
            out.write(pending);
            pending = 0;
            pendingBits = 0;
        }
    }
}
