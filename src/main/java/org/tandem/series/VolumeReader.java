package org.tandem.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Volume;

/**
 * Reads the instances of one series as one volume: single-frame CT and MR, or enhanced multi-frame; sorted along the
 * normal of the slices (never by Instance Number), rescaled to the modality's unit. What cannot be a volume is refused
 * with reasons that name the instance.
 */
public final class VolumeReader {

    private VolumeReader() {}

    /** Reads files in any order. */
    public static Reading read(List<Path> files) {
        List<Refusal> refusals = new ArrayList<>();
        List<DicomFile> images = new ArrayList<>();
        for (Path file : files) {
            try {
                images.add(DicomFileReader.read(file));
            } catch (TandemException e) {
                refusals.add(new Refusal(ReasonCode.UNREADABLE_INSTANCE, e.getMessage()));
            }
        }
        if (!refusals.isEmpty()) {
            return new Reading.Refused(refusals);
        }
        return read(new SliceStack(images));
    }

    private static Reading read(SliceStack stack) {
        List<Refusal> refusals = stack.check();
        if (!refusals.isEmpty()) {
            return new Reading.Refused(refusals);
        }
        Grid grid = stack.grid();
        float[] voxels = new float[grid.size().voxels()];
        List<Refusal> broken = IntStream.range(0, stack.slices().size())
                .parallel()
                .mapToObj(z -> decode(stack.slices().get(z), voxels, grid.size().offset(0, 0, z)))
                .flatMap(Optional::stream)
                .toList();
        return broken.isEmpty()
                ? new Reading.Read(new SeriesVolume(stack.source(), new Volume(grid, voxels)))
                : new Reading.Refused(broken);
    }

    /** Writes the slice's values into the volume from an offset on; answers why it could not. */
    private static Optional<Refusal> decode(Slice slice, float[] voxels, int offset) {
        try {
            FrameReader reader = FrameReader.of(slice.file());
            if (reader.format().samples() != 1) {
                return Optional.of(
                        unsupported(slice, "got " + reader.format().samples() + " samples per pixel, expected 1"));
            }
            int[] stored = reader.read(slice.frame());
            float slope = (float) slice.rescale().slope();
            float intercept = (float) slice.rescale().intercept();
            for (int i = 0; i < stored.length; i++) {
                voxels[offset + i] = stored[i] * slope + intercept;
            }
            return Optional.empty();
        } catch (TandemException e) {
            if (e.kind() != TandemException.Kind.REFUSE) {
                throw e;
            }
            return Optional.of(unsupported(slice, String.valueOf(e.getMessage())));
        }
    }

    private static Refusal unsupported(Slice slice, String message) {
        return new Refusal(ReasonCode.UNSUPPORTED_PIXELS, slice.name() + ": " + message);
    }
}
