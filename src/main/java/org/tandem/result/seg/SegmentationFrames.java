package org.tandem.result.seg;

import java.util.List;
import java.util.OptionalInt;
import org.tandem.dicom.VR;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;

/**
 * The frames of a segmentation, in the order of their pixels.
 *
 * @param grid the source's
 */
record SegmentationFrames(Grid grid, List<Frame> frames, Pixels pixels) {

    /**
     * One frame.
     *
     * @param segment its number; none where the frame shows all of them
     * @param z index of the source slice, from 0
     */
    record Frame(OptionalInt segment, int z) {}

    /**
     * Pixel data of all frames, without padding between them.
     *
     * @param bits of a pixel: 1, 8 or 16
     * @param bytes little endian, an even number; not copied
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Pixels(int bits, byte[] bytes) {

        VR vr() {
            return bits > Byte.SIZE ? VR.OW : VR.OB;
        }
    }

    SegmentationFrames {
        frames = List.copyOf(frames);
    }

    Size size() {
        return grid.size();
    }

    /** The slices that have a frame, ascending. */
    int[] slices() {
        return frames.stream().mapToInt(Frame::z).distinct().sorted().toArray();
    }
}
