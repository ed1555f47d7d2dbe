package org.tandem.codec;

/** A decoder that restores the bytes of a native frame (PS3.5 8.1.1), little endian. */
interface NativeFrameDecoder extends FrameDecoder {

    /** The bytes, {@code format.frameBytes()} of them. */
    byte[] decode(byte[] frame, PixelFormat format);

    @Override
    default int[] cells(byte[] frame, PixelFormat format) {
        return Samples.cells(decode(frame, format), 0, format);
    }
}
