package org.tandem.result.seg;

/**
 * How segmentations are wanted.
 *
 * @param whole whether slices without a pixel of a segment have a frame too; most viewers want them left out
 */
public record SegmentationOptions(Encoding encoding, boolean whole) {

    public static final SegmentationOptions USUAL = new SegmentationOptions(Encoding.BINARY, false);
}
