package org.tandem.codec;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.codec.jpeg.JpegDecoder;

/** A decoder of codestreams that say themselves how large and how deep they are: the JPEG families. */
final class CodestreamDecoder implements FrameDecoder {

    private final Codestream codestream;
    private final Colours colours;
    private final boolean lossy;

    private CodestreamDecoder(Codestream codestream, Colours colours, boolean lossy) {
        this.codestream = codestream;
        this.colours = colours;
        this.lossy = lossy;
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
        return new CodestreamDecoder(codestream, (said, frame) -> said.withoutSubsampling(), false);
    }

    /**
     * Components come out as they were coded, and a codestream that says itself what they are is believed: devices have
     * been seen that put a JPEG of YCbCr into an image of RGB, and the other way round.
     */
    static CodestreamDecoder ofJpeg(Codestream codestream) {
        return new CodestreamDecoder(
                codestream,
                (said, frame) -> switch (JpegDecoder.colours(frame)) {
                    case RGB -> PhotometricInterpretation.RGB;
                    case YCBCR -> PhotometricInterpretation.YBR_FULL;
                    case UNSAID -> said.withoutSubsampling();
                },
                true);
    }

    /** The decoder undoes the transform of colours that the codestream names: JPEG 2000. */
    static CodestreamDecoder withColourTransforms(Codestream codestream) {
        return new CodestreamDecoder(codestream, (said, frame) -> said.withoutTransform(), false);
    }

    /** As this one, for transfer syntaxes in which values may come out changed. */
    CodestreamDecoder lossy() {
        return new CodestreamDecoder(codestream, colours, true);
    }

    /**
     * Refuses samples that do not fit the cells; a negative one becomes the cell's two's complement. A codestream of
     * more bits than the image stores may, where it is lossy, go beyond what the image can hold: such samples become
     * the extreme, as a cut through their bits would turn white into black.
     */
    @Override
    public int[] cells(byte[] frame, PixelFormat format) {
        DecodedFrame decoded = codestream.decode(frame, format.shape());
        PixelFormat.Bits bits = format.bits();
        if (decoded.bits() > bits.allocated()) {
            throw Decoders.refused(
                    "Samples of the codestream", decoded.bits() + " bits", "at most " + bits.allocated());
        }
        int[] cells = decoded.samples();
        if (lossy && decoded.bits() > bits.stored() && decoded.signed() == bits.signed()) {
            clamp(cells, bits);
        }
        int mask = -1 >>> (Integer.SIZE - bits.allocated());
        if (decoded.signed() && mask != -1) {
            for (int i = 0; i < cells.length; i++) {
                cells[i] &= mask;
            }
        }
        return cells;
    }

    private static void clamp(int[] cells, PixelFormat.Bits bits) {
        int least = bits.signed() ? -1 << (bits.stored() - 1) : 0;
        int greatest = least + (-1 >>> (Integer.SIZE - bits.stored()));
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Math.max(least, Math.min(greatest, cells[i]));
        }
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
