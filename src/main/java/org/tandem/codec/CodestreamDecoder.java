package org.tandem.codec;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.codec.jpeg.JpegDecoder;

/** A decoder of codestreams that say themselves how large and how deep they are: the JPEG families. */
final class CodestreamDecoder implements FrameDecoder {

    private final Codestream codestream;
    private final Colours colours;

    private CodestreamDecoder(Codestream codestream, Colours colours) {
        this.codestream = codestream;
        this.colours = colours;
    }

    /** One family. */
    @FunctionalInterface
    interface Codestream {
        DecodedFrame decode(byte[] frame, FrameShape shape);
    }

    /** What comes out, of what the image says and the codestream holds. */
    @FunctionalInterface
    private interface Colours {
        PhotometricInterpretation of(PhotometricInterpretation said, byte[] frame);
    }

    /** Components come out as they were coded: JPEG-LS and lossless JPEG. */
    static CodestreamDecoder of(Codestream codestream) {
        return new CodestreamDecoder(codestream, (said, frame) -> said.withoutSubsampling());
    }

    /**
     * Components come out as they were coded, and a codestream that says itself what they are is believed: devices have
     * been seen that put a JPEG of YCbCr into an image of RGB, and the other way round.
     */
    static CodestreamDecoder ofJpeg(Codestream codestream) {
        return new CodestreamDecoder(codestream, (said, frame) -> switch (JpegDecoder.colours(frame)) {
            case RGB -> PhotometricInterpretation.RGB;
            case YCBCR -> PhotometricInterpretation.YBR_FULL;
            case UNSAID -> said.withoutSubsampling();
        });
    }

    /** The decoder undoes the transform of colours that the codestream names: JPEG 2000. */
    static CodestreamDecoder withColourTransforms(Codestream codestream) {
        return new CodestreamDecoder(codestream, (said, frame) -> said.withoutTransform());
    }

    /** Refuses samples that do not fit the cells; a negative one becomes the cell's two's complement. */
    @Override
    public int[] cells(byte[] frame, PixelFormat format) {
        DecodedFrame decoded = codestream.decode(frame, format.shape());
        int allocated = format.bits().allocated();
        if (decoded.bits() > allocated) {
            throw Decoders.refused("Samples of the codestream", decoded.bits() + " bits", "at most " + allocated);
        }
        int[] cells = decoded.samples();
        int mask = -1 >>> (Integer.SIZE - allocated);
        if (decoded.signed() && mask != -1) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] &= mask;
            }
        }
        return cells;
    }

    @Override
    public boolean interleaves() {
        return true;
    }

    @Override
    public PhotometricInterpretation decoded(PhotometricInterpretation said, byte[] firstFrame) {
        return colours.of(said, firstFrame);
    }
}
