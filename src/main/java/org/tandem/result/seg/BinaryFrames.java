package org.tandem.result.seg;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.tandem.result.finding.Finding;
import org.tandem.result.seg.SegmentationFrames.Frame;
import org.tandem.result.seg.SegmentationFrames.Pixels;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/**
 * One bit a pixel (PS3.3 C.8.20.2.3.1): for each segment its slices, ordered by segment, then slice. Memory: the pixel
 * data, and a mask as longs.
 */
final class BinaryFrames {

    private BinaryFrames() {}

    static SegmentationFrames of(List<Finding.Segmented> findings, boolean whole) {
        Size size = findings.get(0).mask().grid().size();
        long pixels = (long) size.x() * size.y();
        List<Frame> frames = new ArrayList<>();
        findings.forEach(finding -> frames.addAll(framesOf(finding, whole)));
        BitStream stream = new BitStream(pixels * frames.size());
        int next = 0;
        for (Finding.Segmented finding : findings) {
            long[] words = finding.mask().voxels().toLongArray();
            for (; next < frames.size() && frames.get(next).segment().getAsInt() == finding.number(); next++) {
                stream.append(words, frames.get(next).z() * pixels, pixels);
            }
        }
        return new SegmentationFrames(findings.get(0).mask().grid(), frames, new Pixels(1, stream.bytes()));
    }

    private static List<Frame> framesOf(Finding.Segmented finding, boolean whole) {
        List<Frame> frames = new ArrayList<>();
        for (int z = 0; z < finding.mask().grid().size().z(); z++) {
            if (whole || hasPixels(finding.mask(), z)) {
                frames.add(new Frame(OptionalInt.of(finding.number()), z));
            }
        }
        return frames;
    }

    static boolean hasPixels(Mask mask, int z) {
        Size size = mask.grid().size();
        int first = mask.voxels().nextSetBit(size.offset(0, 0, z));
        return first >= 0 && first < (long) size.offset(0, 0, z) + (long) size.x() * size.y();
    }
}
