package org.tandem.result.seg;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tandem.dicom.TandemException;
import org.tandem.result.finding.Finding;
import org.tandem.result.seg.SegmentationFrames.Frame;
import org.tandem.result.seg.SegmentationFrames.Pixels;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;

/**
 * Segment numbers as pixel values (PS3.3 C.8.20.2.3.3), 0 where nothing is: the slices in which any segment has a
 * pixel. Memory: the pixel data.
 */
final class LabelMapFrames {

    /** Pixel value of what belongs to no segment. */
    static final int BACKGROUND = 0;

    private static final int MAX_OF_8_BITS = 255;

    private final int plane;
    private final int bits;
    private final int[] rankOfSlice;
    private final byte[] pixels;

    /** What a run is painted over, where segments do not overlap. */
    private final byte[] blank;

    private LabelMapFrames(Size size, int[] slices, int bits) {
        this.plane = size.x() * size.y();
        this.bits = bits;
        this.rankOfSlice = new int[size.z()];
        IntStream.range(0, slices.length).forEach(i -> rankOfSlice[slices[i]] = i);
        this.pixels = allocate((long) plane * slices.length * (bits / Byte.SIZE));
        this.blank = new byte[plane * (bits / Byte.SIZE)];
    }

    /** Nothing of segments that overlap. */
    static Optional<SegmentationFrames> of(List<Finding.Segmented> findings, boolean whole) {
        Grid grid = findings.get(0).mask().grid();
        int highest =
                findings.stream().mapToInt(Finding.Segmented::number).max().orElseThrow();
        int bits = highest > MAX_OF_8_BITS ? Short.SIZE : Byte.SIZE;
        int[] slices = slices(findings, grid.size(), whole);
        LabelMapFrames map = new LabelMapFrames(grid.size(), slices, bits);
        for (Finding.Segmented finding : findings) {
            if (!map.paint(finding)) {
                return Optional.empty();
            }
        }
        List<Frame> frames = IntStream.of(slices)
                .mapToObj(z -> new Frame(OptionalInt.empty(), z))
                .toList();
        return Optional.of(new SegmentationFrames(grid, frames, new Pixels(bits, map.pixels)));
    }

    /** Jumps from the first voxel in a slice to the next slice: each mask is gone through once. */
    private static int[] slices(List<Finding.Segmented> findings, Size size, boolean whole) {
        int plane = size.x() * size.y();
        BitSet slices = new BitSet(size.z());
        slices.set(0, whole ? size.z() : 0);
        for (Finding.Segmented finding : findings) {
            BitSet voxels = finding.mask().voxels();
            for (int at = voxels.nextSetBit(0); at >= 0; ) {
                int slice = Math.floorDiv(at, plane);
                slices.set(slice);
                at = slice + 1 < size.z() ? voxels.nextSetBit((slice + 1) * plane) : -1;
            }
        }
        return slices.stream().toArray();
    }

    /** Run by run, within one slice at a time: segments are large. False where another segment is already. */
    private boolean paint(Finding.Segmented finding) {
        BitSet voxels = finding.mask().voxels();
        for (int from = voxels.nextSetBit(0); from >= 0; ) {
            int slice = Math.floorDiv(from, plane);
            int to = (int) Math.min(voxels.nextClearBit(from), (slice + 1L) * plane);
            int width = bits / Byte.SIZE;
            int at = (rankOfSlice[slice] * plane + from % plane) * width;
            int end = at + (to - from) * width;
            if (!Arrays.equals(pixels, at, end, blank, 0, end - at)) {
                return false;
            }
            fill(at, end, finding.number());
            from = voxels.nextSetBit(to);
        }
        return true;
    }

    private void fill(int from, int to, int number) {
        if (bits == Byte.SIZE) {
            Arrays.fill(pixels, from, to, (byte) number);
            return;
        }
        for (int at = from; at < to; at += Short.BYTES) { // little endian
            pixels[at] = (byte) number;
            pixels[at + 1] = (byte) (number >>> Byte.SIZE);
        }
    }

    private static byte[] allocate(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixel data of a label map: got " + length + " bytes, expected fewer than 2 GiB");
        }
        return new byte[(int) (length + length % 2)];
    }
}
