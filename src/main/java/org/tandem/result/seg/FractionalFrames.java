package org.tandem.result.seg;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.tandem.dicom.TandemException;
import org.tandem.result.finding.Finding;
import org.tandem.result.seg.SegmentationFrames.Frame;
import org.tandem.result.seg.SegmentationFrames.Pixels;
import org.tandem.volume.Size;

/**
 * Probabilities in 255ths (PS3.3 C.8.20.2.3.2): for each segment the slices in which any is above 0. A segment of which
 * the model gave no probabilities is 255 where it is and 0 elsewhere. Memory: the pixel data twice, and five bytes a
 * voxel for one segment at a time.
 */
final class FractionalFrames {

    /** Maximum Fractional Value (0062,000E): certain. */
    static final int CERTAIN = 255;

    private final List<Frame> frames = new ArrayList<>();
    private final ByteArrayOutputStream pixels = new ByteArrayOutputStream();

    private FractionalFrames() {}

    static SegmentationFrames of(List<Finding.Segmented> findings, boolean whole) {
        Size size = findings.get(0).mask().grid().size();
        FractionalFrames all = new FractionalFrames();
        findings.forEach(finding -> all.add(finding, size, whole));
        return new SegmentationFrames(findings.get(0).mask().grid(), all.frames, new Pixels(Byte.SIZE, all.padded()));
    }

    private void add(Finding.Segmented finding, Size size, boolean whole) {
        byte[] levels = levels(finding);
        int plane = size.x() * size.y();
        for (int z = 0; z < size.z(); z++) {
            int from = size.offset(0, 0, z);
            if (whole || !isZero(levels, from, from + plane)) {
                require(pixels.size() + (long) plane);
                pixels.write(levels, from, plane);
                frames.add(new Frame(OptionalInt.of(finding.number()), z));
            }
        }
    }

    private static byte[] levels(Finding.Segmented finding) {
        byte[] levels = new byte[finding.mask().grid().size().voxels()];
        if (finding.region().probability().isEmpty()) {
            finding.mask().voxels().stream().forEach(voxel -> levels[voxel] = (byte) CERTAIN);
            return levels;
        }
        float[] probabilities =
                finding.region().probability().get().onSourceGrid().voxels();
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) Math.round(CERTAIN * Math.min(1, Math.max(0, probabilities[i])));
        }
        return levels;
    }

    private static boolean isZero(byte[] levels, int from, int to) {
        for (int i = from; i < to; i++) {
            if (levels[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private byte[] padded() {
        byte[] bytes = pixels.toByteArray();
        return bytes.length % 2 == 0 ? bytes : Arrays.copyOf(bytes, bytes.length + 1);
    }

    private static void require(long length) {
        if (length > Integer.MAX_VALUE - 8) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Pixel data of a fractional segmentation: got " + length + " bytes, expected fewer than 2 GiB");
        }
    }
}
