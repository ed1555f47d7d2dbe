package org.tandem.result.seg;

import java.util.ArrayList;
import java.util.List;
import org.tandem.result.finding.Finding;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/**
 * The frames of a segmentation: for each segment those slices in which it has pixels, ordered by segment, then slice.
 *
 * @param size of the source's grid
 * @param findings at least one, each with voxels
 */
record SegmentationFrames(Size size, List<Finding.Segmented> findings, List<Frame> frames) {

    /**
     * One frame.
     *
     * @param z index of the source slice, from 0
     */
    record Frame(Finding.Segmented finding, int z) {}

    SegmentationFrames {
        findings = List.copyOf(findings);
        frames = List.copyOf(frames);
    }

    static SegmentationFrames of(List<Finding.Segmented> findings) {
        Size size = findings.get(0).mask().grid().size();
        List<Frame> frames = new ArrayList<>();
        for (Finding.Segmented finding : findings) {
            for (int z = 0; z < size.z(); z++) {
                if (hasPixels(finding.mask(), z)) {
                    frames.add(new Frame(finding, z));
                }
            }
        }
        return new SegmentationFrames(size, findings, frames);
    }

    /** The slices that have a frame, ascending. */
    int[] slices() {
        return frames.stream().mapToInt(Frame::z).distinct().sorted().toArray();
    }

    /** Pixels, one bit each, the frames one after another without padding between them. */
    byte[] pack() {
        long pixels = (long) size.x() * size.y();
        BitStream stream = new BitStream(pixels * frames.size());
        for (Finding.Segmented finding : findings) {
            long[] words = finding.mask().voxels().toLongArray();
            for (Frame frame : frames) {
                if (frame.finding().number() == finding.number()) {
                    stream.append(words, frame.z() * pixels, pixels);
                }
            }
        }
        return stream.bytes();
    }

    private static boolean hasPixels(Mask mask, int z) {
        Size size = mask.grid().size();
        int first = mask.voxels().nextSetBit(size.offset(0, 0, z));
        return first >= 0 && first < (long) size.offset(0, 0, z) + (long) size.x() * size.y();
    }
}
