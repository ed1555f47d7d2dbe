package org.tandem.codec;

import java.util.Arrays;

/** Encapsulated Uncompressed Explicit VR Little Endian (PS3.5 A.4.11): fragments hold native frames. */
final class UncompressedFrameDecoder implements NativeFrameDecoder {

    @Override
    public byte[] decode(byte[] frame, PixelFormat format) {
        int needed = format.frameBytes();
        if (frame.length < needed) {
            throw Decoders.refused("Uncompressed frame", frame.length + " bytes", needed + " bytes");
        }
        return frame.length == needed ? frame : Arrays.copyOf(frame, needed);
    }
}
