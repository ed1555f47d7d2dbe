package org.tandem.result.read;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.Uid;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/**
 * A segmentation that was read: its segments, and their pixels for the asking. A pixel is in a mask if its value is not
 * 0, if it is the segment's number (label map), or if its fraction is at least one half. Nothing decoded is kept.
 */
public final class ReadSegmentation {

    private static final double HALF = 0.5;

    private final SegmentationCoding coding;
    private final Map<Integer, ReadSegment> segments;
    private final ReadFrames frames;
    private final FrameReader pixels;
    private final Optional<Uid> frameOfReference;

    ReadSegmentation(
            SegmentationCoding coding,
            Map<Integer, ReadSegment> segments,
            ReadFrames frames,
            FrameReader pixels,
            Optional<Uid> frameOfReference) {
        this.coding = coding;
        this.segments = segments;
        this.frames = frames;
        this.pixels = pixels;
        this.frameOfReference = frameOfReference;
    }

    public SegmentationCoding coding() {
        return coding;
    }

    /** All that are described, the background of a label map too, ascending by number. */
    public List<ReadSegment> segments() {
        return List.copyOf(segments.values());
    }

    /** Those that have a mask: all but a background. */
    public List<ReadSegment> foreground() {
        return segments.values().stream()
                .filter(segment -> !segment.isBackground())
                .toList();
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

    /** Frame of Reference UID (0020,0052), absent of what was made from pictures without place. */
    public Optional<Uid> frameOfReference() {
        return frameOfReference;
    }

    /** Whether every frame says, itself or by its source, where it lies. */
    public boolean isInSpace() {
        return frames.inSpace();
    }

    /** The grid that the frames are slices of; where empty ones were left out, it has slices without frame. */
    public Grid grid() {
        return frames.grid();
    }

    /** The pixels, row by row, of each segment that a frame may hold, by its number. */
    public Map<Integer, BitSet> pixels(ReadFrame frame) {
        Map<Integer, BitSet> sets = new TreeMap<>();
        forEachPixel(frame, (segment, pixel) -> sets.computeIfAbsent(segment, number -> new BitSet())
                .set(pixel));
        frame.segment().ifPresent(segment -> sets.computeIfAbsent(segment, number -> new BitSet()));
        return sets;
    }

    /** The mask of each segment but a background, by its number, on {@link #grid}. */
    public Map<Integer, Mask> masks() {
        Grid grid = grid();
        Map<Integer, Mask> masks = empty(grid);
        for (ReadFrame frame : frames.all()) {
            add(frame, masks, grid.size().offset(0, 0, frames.slice(grid, frame)));
        }
        return masks;
    }

    /**
     * The masks on the grid of a source: as they are where each frame is one of its slices, else the nearest voxel of
     * {@link #grid} for each of the source's, in which case a mask may lose what lies beyond.
     */
    public Map<Integer, Mask> masksOn(Grid source) {
        FramePlacement placement = new FramePlacement(source, frames.columns(), frames.rows());
        if (!frames.all().stream().allMatch(frame -> placement.slice(frame).isPresent())) {
            return MaskResampling.nearest(masks(), source);
        }
        Map<Integer, Mask> masks = empty(source);
        for (ReadFrame frame : frames.all()) {
            add(frame, masks, source.size().offset(0, 0, placement.slice(frame).getAsInt()));
        }
        return masks;
    }

    /** The pixels of each segment in the frames that were derived from a picture, row by row. */
    public Map<Integer, BitSet> pixelsOf(ReferencedFrame source) {
        Map<Integer, BitSet> sets = new TreeMap<>();
        for (ReadFrame frame : frames.all()) {
            if (frame.sources().stream().anyMatch(source::covers)) {
                pixels(frame).forEach((segment, bits) -> sets.computeIfAbsent(segment, number -> new BitSet())
                        .or(bits));
            }
        }
        return sets;
    }

    /** The fractions of a segment, 0 to 1, on {@link #grid}; of one that is not fractional, 0 and 1. */
    public Volume fractions(int segment) {
        Grid grid = grid();
        float[] voxels = new float[grid.size().voxels()];
        float maximum = coding.maximum().orElse(1);
        for (ReadFrame frame : frames.all()) {
            if (frame.segment().orElse(segment) == segment) {
                int offset = grid.size().offset(0, 0, frames.slice(grid, frame));
                if (coding.isFractional()) {
                    int[] values = pixels.read(frame.index());
                    for (int i = 0; i < values.length; i++) {
                        voxels[offset + i] = Math.max(voxels[offset + i], values[i] / maximum);
                    }
                } else {
                    forEachPixel(
                            frame,
                            (number, pixel) -> voxels[offset + pixel] = number == segment ? 1 : voxels[offset + pixel]);
                }
            }
        }
        return new Volume(grid, voxels);
    }

    @FunctionalInterface
    private interface PixelVisitor {
        void visit(int segment, int pixel);
    }

    private void forEachPixel(ReadFrame frame, PixelVisitor visitor) {
        int[] values = pixels.read(frame.index());
        if (frame.segment().isEmpty()) {
            forEachLabel(frame, values, visitor);
            return;
        }
        int segment = frame.segment().getAsInt();
        double least = coding.isFractional() ? HALF * coding.maximum().getAsInt() : 1;
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= least) {
                visitor.visit(segment, i);
            }
        }
    }

    private void forEachLabel(ReadFrame frame, int[] values, PixelVisitor visitor) {
        int padding = coding.padding().orElse(0);
        for (int i = 0; i < values.length; i++) {
            ReadSegment segment = segments.get(values[i]);
            if (segment == null && values[i] != 0 && values[i] != padding) {
                throw SegmentationReader.refused(
                        "frame " + (frame.index() + 1) + ", pixel " + (i + 1),
                        "value " + values[i],
                        "the number of a segment: " + SegmentationReader.shortened(segments));
            }
            if (segment != null && !segment.isBackground()) {
                visitor.visit(values[i], i);
            }
        }
    }

    private void add(ReadFrame frame, Map<Integer, Mask> masks, int offset) {
        forEachPixel(frame, (segment, pixel) -> {
            Mask mask = masks.get(segment);
            if (mask != null) {
                mask.voxels().set(offset + pixel);
            }
        });
    }

    private Map<Integer, Mask> empty(Grid grid) {
        Map<Integer, Mask> masks = new TreeMap<>();
        foreground().forEach(segment -> masks.put(segment.number(), new Mask(grid, new BitSet())));
        return masks;
    }
}
