package org.tandem.result.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.volume.Grid;
import org.tandem.volume.Volume;

/** A parametric map that was read: what its values mean, and the values for the asking. Nothing decoded is kept. */
public final class ReadParametricMap {

    private final DataSet image;
    private final ReadFrames frames;
    private final IntFunction<double[]> stored;

    ReadParametricMap(DataSet image, ReadFrames frames, IntFunction<double[]> stored) {
        this.image = image;
        this.frames = frames;
        this.stored = stored;
    }

    /** The frames as they stand in the object. */
    public List<ReadFrame> frames() {
        return frames.all();
    }

    public int columns() {
        return frames.columns();
    }

    public int rows() {
        return frames.rows();
    }

    public boolean isInSpace() {
        return frames.inSpace();
    }

    public Optional<Uid> frameOfReference() {
        return image.uid(Tag.FRAME_OF_REFERENCE_UID);
    }

    /** What the values of a frame mean. */
    public ValueMapping mapping(ReadFrame frame) {
        return ValueMapping.of(FrameGroups.of(image, frame.index()));
    }

    /** The values of a frame in their unit, row by row. */
    public double[] values(ReadFrame frame) {
        ValueMapping mapping = mapping(frame);
        return Arrays.stream(stored.apply(frame.index()))
                .map(mapping.curve()::apply)
                .toArray();
    }

    /** The grid that the frames are slices of. */
    public Grid grid() {
        return frames.grid();
    }

    /** The values on {@link #grid}; NaN in slices without frame. Of two frames at one place the later one holds. */
    public Volume volume() {
        Grid grid = grid();
        float[] voxels = new float[grid.size().voxels()];
        Arrays.fill(voxels, Float.NaN);
        for (ReadFrame frame : frames.all()) {
            int offset = grid.size().offset(0, 0, frames.slice(grid, frame));
            double[] values = values(frame);
            for (int i = 0; i < values.length; i++) {
                voxels[offset + i] = (float) values[i];
            }
        }
        return new Volume(grid, voxels);
    }
}
