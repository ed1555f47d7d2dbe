package org.tandem.result.read;

import java.util.List;
import java.util.OptionalDouble;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;

/** The frames of a result and the grid that they are slices of. */
final class ReadFrames {

    private final String what;
    private final List<ReadFrame> frames;
    private final int[] columnsAndRows;
    private final OptionalDouble spacingMm;

    ReadFrames(String what, List<ReadFrame> frames, int[] columnsAndRows, OptionalDouble spacingMm) {
        this.what = what;
        this.frames = List.copyOf(frames);
        this.columnsAndRows = columnsAndRows.clone();
        this.spacingMm = spacingMm;
    }

    List<ReadFrame> all() {
        return frames;
    }

    int columns() {
        return columnsAndRows[0];
    }

    int rows() {
        return columnsAndRows[1];
    }

    /** Whether every frame, or its source, says where it lies. */
    boolean inSpace() {
        return frames.stream().allMatch(frame -> frame.plane().isPresent());
    }

    /** The grid of the frames themselves; refuses what makes no regular one. */
    Grid grid() {
        return PlaneStack.grid(what, frames.stream().map(this::plane).toList(), spacingMm, columnsAndRows);
    }

    /** Which slice of {@link #grid} a frame is. */
    int slice(Grid grid, ReadFrame frame) {
        return (int) Math.round(grid.toIndex(plane(frame).position()).z());
    }

    private FramePlane plane(ReadFrame frame) {
        return frame.plane()
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        what + ", frame " + (frame.index() + 1)
                                + ": got no position, orientation or spacing, expected them in its functional groups"
                                + " or in its source image"));
    }
}
