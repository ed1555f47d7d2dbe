package org.tandem.codec;

/** Turns one compressed frame into the cells of its pixels. */
interface FrameDecoder {

    /**
     * Decodes a frame.
     *
     * @param frame the fragments of the frame, joined
     * @return {@code format.frameSamples()} cells as {@link FrameReader#cells} gives them
     * @throws org.tandem.dicom.TandemException REFUSE if the frame is broken
     */
    int[] cells(byte[] frame, PixelFormat format);

    /**
     * Whether the samples of a pixel come out side by side whatever the Planar Configuration (0028,0006) says of the
     * image; where not, they come as it says.
     */
    default boolean interleaves() {
        return false;
    }

    /**
     * What the samples of an image in colour are after decoding, where that is not what it says of itself.
     *
     * @param firstFrame its fragments, joined
     */
    default PhotometricInterpretation decoded(PhotometricInterpretation said, byte[] firstFrame) {
        return said;
    }
}
