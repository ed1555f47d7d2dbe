package org.tandem.codec.jpeg2000;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/**
 * Decodes JPEG 2000 Part 1 and High-Throughput JPEG 2000: the transfer syntaxes of PS3.5 A.4.4 and A.4.6.
 *
 * <p>What stands behind the codestream is ignored, and EOC may be missing. <b>Data that end early are refused</b>,
 * though a picture could be made of what is there: who reads the image could not tell the parts that were filled up.
 */
public final class Jpeg2000Decoder {

    private Jpeg2000Decoder() {}

    /**
     * Decodes a frame. The colour transform that the codestream names is undone; subsampled components are brought to
     * the size of the frame by repetition.
     *
     * @param frame a codestream, or a JP2 file around one
     * @throws TandemException REFUSE if the frame is broken, or not of this shape
     */
    public static DecodedFrame decode(byte[] frame, FrameShape shape) {
        try {
            return decode(CodestreamReader.read(frame, Jp2File.codestreamStart(frame), shape));
        } catch (IndexOutOfBoundsException | NegativeArraySizeException | ArithmeticException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "JPEG 2000 frame of " + frame.length + " bytes: got numbers that contradict each other (" + e
                            + "), expected a codestream of ISO/IEC 15444-1 or 15444-15",
                    e);
        }
    }

    private static DecodedFrame decode(Codestream codestream) {
        FrameWriter writer = new FrameWriter(codestream.size());
        int partial = 0;
        for (TilePackets tile : codestream.tiles()) {
            TileDecoder decoder = new TileDecoder(codestream.size(), tile);
            writer.write(decoder.components(), decoder.decode());
            partial += decoder.isWhole() ? 0 : 1;
        }
        int tiles = codestream.size().tilesAcross() * codestream.size().tilesDown();
        int missing = tiles - codestream.tiles().size();
        if (partial + missing > 0) {
            throw Refusals.refused(
                    "frame", missing + " of " + tiles + " tiles missing, " + partial + " cut", "whole tiles");
        }
        return writer.frame();
    }
}
