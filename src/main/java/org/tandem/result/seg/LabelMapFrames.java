package org.tandem.result.seg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tandem.dicom.TandemException;
import org.tandem.result.finding.Finding;
import org.tandem.result.seg.SegmentationFrames.Frame;
import org.tandem.result.seg.SegmentationFrames.Pixels;
import org.tandem.volume.Size;

/**
 * Segment numbers as pixel values (PS3.3 C.8.20.2.3.3), 0 where nothing is: the slices in which any segment has a
 * pixel. Memory: the pixel data.
 */
final class LabelMapFrames {

    /** Pixel value of what belongs to no segment. */
    static final int BACKGROUND = 0;

    private static final int MAX_OF_8_BITS = 255;

    private LabelMapFrames() {}

    /** Of segments that do not overlap. */
    static SegmentationFrames of(List<Finding.Segmented> findings, boolean whole) {
        Size size = findings.get(0).mask().grid().size();
        int highest =
                findings.stream().mapToInt(Finding.Segmented::number).max().orElseThrow();
        int bits = highest > MAX_OF_8_BITS ? Short.SIZE : Byte.SIZE;
        int[] slices = IntStream.range(0, size.z())
                .filter(z -> whole || findings.stream().anyMatch(f -> BinaryFrames.hasPixels(f.mask(), z)))
                .toArray();
        List<Frame> frames = IntStream.of(slices)
                .mapToObj(z -> new Frame(OptionalInt.empty(), z))
                .toList();
        ByteBuffer pixels = allocate((long) size.x() * size.y() * slices.length * (bits / Byte.SIZE));
        int[] rank = new int[size.z()];
        IntStream.range(0, slices.length).forEach(i -> rank[slices[i]] = i);
        findings.forEach(finding -> paint(finding, rank, bits, pixels));
        return new SegmentationFrames(findings.get(0).mask().grid(), frames, new Pixels(bits, pixels.array()));
    }

    /** Run by run, within one slice at a time: segments are large. */
    private static void paint(Finding.Segmented finding, int[] rank, int bits, ByteBuffer pixels) {
        Size size = finding.mask().grid().size();
        int plane = size.x() * size.y();
        BitSet voxels = finding.mask().voxels();
        for (int from = voxels.nextSetBit(0); from >= 0; ) {
            int slice = Math.floorDiv(from, plane);
            int to = Math.min(voxels.nextClearBit(from), (slice + 1) * plane);
            int at = rank[slice] * plane + from % plane;
            if (bits == Byte.SIZE) {
                Arrays.fill(pixels.array(), at, at + to - from, (byte) finding.number());
            } else {
                for (int pixel = at; pixel < at + to - from; pixel++) {
                    pixels.putShort(2 * pixel, (short) finding.number());
                }
            }
            from = voxels.nextSetBit(to);
        }
    }

    private static ByteBuffer allocate(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixel data of a label map: got " + length + " bytes, expected fewer than 2 GiB");
        }
        return ByteBuffer.allocate((int) (length + length % 2)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
