package org.tandem.codec.frame;

import org.tandem.dicom.TandemException;

/**
 * What an image says of each of its frames. A decoder holds the head of a codestream to it before it makes room for a
 * single sample, so that no head can claim memory.
 *
 * @param rows pixels from top to bottom
 * @param columns pixels from left to right
 * @param samples components of a pixel
 */
public record FrameShape(int rows, int columns, int samples) {

    public FrameShape {
        if (rows < 1 || columns < 1 || samples < 1) {
            throw new TandemException(
                    TandemException.Kind.BUG,
                    "Frame of " + describe(rows, columns, samples) + ", expected at least 1 each");
        }
        Math.multiplyExact(Math.multiplyExact(rows, columns), samples);
    }

    /** Samples of the frame. */
    public int count() {
        return rows * columns * samples;
    }

    /** Refuses a codestream that holds another frame than the image announces. */
    public void require(String codec, int codedRows, int codedColumns, int codedSamples) {
        if (codedRows != rows || codedColumns != columns || codedSamples != samples) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    codec + " frame: got " + describe(codedRows, codedColumns, codedSamples) + ", expected "
                            + describe(rows, columns, samples));
        }
    }

    private static String describe(int rows, int columns, int samples) {
        return rows + " rows, " + columns + " columns, " + samples + " samples";
    }
}
