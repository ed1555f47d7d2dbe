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
}
