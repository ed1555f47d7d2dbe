package org.tandem.codec.jpeg;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;

/**
 * Decoder of JPEG (ITU-T T.81): baseline, extended sequential and progressive of 8 and 12 bits, lossless of 2 to 16
 * bits with all predictors; Huffman's coding only.
 *
 * <p>Components come out as they were coded: YCbCr stays YCbCr, see {@link #colours}. The inverse transform is computed
 * in whole numbers as the Independent JPEG Group's slow one is, and subsampled components are interpolated as there, so
 * that lossy frames come out of every DICOM toolkit alike.
 *
 * <p><b>Data that end early are refused.</b> A frame may lack its end of image, and a scan may be followed by padding,
 * but a sample whose bits are not there is never made up: who reads the image could not tell it from a measured one. So
 * are restart intervals whose markers are missing or out of turn.
 */
public final class JpegDecoder {

    private JpegDecoder() {}

    /**
     * Decodes a frame.
     *
     * @throws org.tandem.dicom.TandemException REFUSE if it is broken, not of this shape or of another process
     */
    public static DecodedFrame decode(byte[] frame, FrameShape shape) {
        return new JpegStream(frame, shape).decode();
    }

    /** What the codestream says itself of its colours. */
    public static JpegColours colours(byte[] frame) {
        return JpegColours.of(frame);
    }
}
