package org.tandem.codec;

import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;

/** A decoder of codestreams that say themselves how large and how deep they are: the JPEG families. */
final class CodestreamDecoder implements FrameDecoder {

    private final Codestream codestream;
    private final boolean undoesColourTransforms;

    private CodestreamDecoder(Codestream codestream, boolean undoesColourTransforms) {
        this.codestream = codestream;
        this.undoesColourTransforms = undoesColourTransforms;
    }

    /** One family. */
    @FunctionalInterface
    interface Codestream {
        DecodedFrame decode(byte[] frame, FrameShape shape);
    }

    /** Components come out as they were coded: JPEG and JPEG-LS. */
    static CodestreamDecoder of(Codestream codestream) {
        return new CodestreamDecoder(codestream, false);
    }

    /** The decoder undoes the transform of colours that the codestream names: JPEG 2000. */
    static CodestreamDecoder withColourTransforms(Codestream codestream) {
        return new CodestreamDecoder(codestream, true);
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
    public PhotometricInterpretation decoded(PhotometricInterpretation said) {
        return undoesColourTransforms ? said.withoutTransform() : said.withoutSubsampling();
    }
}
