package org.tandem.codec.jpegls;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;

/**
 * Decoder of JPEG-LS (ITU-T T.87), lossless and near-lossless, 2 to 16 bits, components plane by plane, line by line or
 * sample by sample, restart intervals, preset coding parameters. Not: mapping tables, subsampling, colour transforms of
 * others.
 *
 * <p><b>Data that end early are refused,</b> as in JPEG: the end of image may be missing, a sample never.
 */
public final class JpegLsDecoder {

    private JpegLsDecoder() {}

    /**
     * Decodes a frame.
     *
     * @throws org.tandem.dicom.TandemException REFUSE if it is broken, not of this shape or not JPEG-LS
     */
    public static DecodedFrame decode(byte[] frame, FrameShape shape) {
        return new LsStream(frame, shape).decode();
    }
}
