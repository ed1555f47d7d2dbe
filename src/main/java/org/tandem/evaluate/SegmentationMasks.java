package org.tandem.evaluate;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/**
 * Reads the masks of a binary Segmentation (PS3.3 A.51) onto the grid of its source: each frame by its own position,
 * never by its number.
 */
public final class SegmentationMasks {

    /** How far a frame may lie off a slice of the grid, as a share of the slice distance. */
    private static final double OFF_SLICE = 0.01;

    private final DicomFile file;
    private final Grid grid;

    private SegmentationMasks(DicomFile file, Grid grid) {
        this.file = file;
        this.grid = grid;
    }

    /** The mask of each segment by its number; refuses frames that do not lie on slices of the grid. */
    public static Map<Integer, Mask> read(DicomFile segmentation, Grid grid) {
        return new SegmentationMasks(segmentation, grid).read();
    }

    private Map<Integer, Mask> read() {
        DataSet image = file.dataSet();
        FrameReader frames = FrameReader.of(file);
        Size size = grid.size();
        if (frames.format().rows() != size.y() || frames.format().columns() != size.x()) {
            throw refused(
                    "frames of " + frames.format().columns() + "×"
                            + frames.format().rows(),
                    size.x() + "×" + size.y());
        }
        Map<Integer, Mask> masks = new TreeMap<>();
        for (DataSet segment : image.items(Tag.SEGMENT_SEQUENCE)) {
            masks.put(segment.requireInteger(Tag.SEGMENT_NUMBER), new Mask(grid, new BitSet(size.voxels())));
        }
        for (int frame = 0; frame < frames.format().frames(); frame++) {
            int slice = slice(frame);
            Mask mask = masks.get(segment(frame));
            if (mask == null) {
                throw refused("a frame of segment " + segment(frame), "one of " + masks.keySet());
            }
            add(frames.read(frame), mask, size.offset(0, 0, slice));
        }
        return masks;
    }

    private static void add(int[] pixels, Mask mask, int offset) {
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                mask.voxels().set(offset + i);
            }
        }
    }

    private int segment(int frame) {
        return group(frame, Tag.SEGMENT_IDENTIFICATION_SEQUENCE).requireInteger(Tag.REFERENCED_SEGMENT_NUMBER);
    }

    private int slice(int frame) {
        double[] position = group(frame, Tag.PLANE_POSITION_SEQUENCE).decimals(Tag.IMAGE_POSITION_PATIENT);
        if (position.length != 3) {
            throw refused("frame " + (frame + 1) + " without position", "three numbers");
        }
        Vector3 index = grid.toIndex(new Vector3(position[0], position[1], position[2]));
        long slice = Math.round(index.z());
        boolean onGrid = Math.abs(index.x()) < 0.5
                && Math.abs(index.y()) < 0.5
                && Math.abs(index.z() - slice) < OFF_SLICE
                && slice >= 0
                && slice < grid.size().z();
        if (!onGrid) {
            throw refused("frame " + (frame + 1) + " at voxel " + index, "a slice of " + grid.size());
        }
        return (int) slice;
    }

    private DataSet group(int frame, int sequence) {
        DataSet image = file.dataSet();
        DataSet shared = image.item(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE).orElse(DataSet.EMPTY);
        return image.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE)
                .get(frame)
                .item(sequence)
                .or(() -> shared.item(sequence))
                .orElse(DataSet.EMPTY);
    }

    private static TandemException refused(String got, String expected) {
        return new TandemException(TandemException.Kind.REFUSE, "Segmentation: got " + got + ", expected " + expected);
    }
}
