package org.tandem.codec;

/** Turns one compressed frame into its native bytes. */
interface FrameDecoder {

    /**
     * Decodes a frame.
     *
     * @param frame the fragments of the frame, joined
     * @return the samples, little endian, {@code format.frameBytes()} of them
     * @throws org.tandem.dicom.TandemException REFUSE if the frame is broken
     */
    byte[] decode(byte[] frame, PixelFormat format);

    /**
     * Whether the samples of a pixel come out side by side whatever the Planar Configuration (0028,0006) says of the
     * image; where not, they come as it says.
     */
    default boolean interleaves() {
        return false;
    }
}
