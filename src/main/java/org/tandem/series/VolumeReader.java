package org.tandem.series;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Volume;

/**
 * Reads the instances of one series as one volume: single-frame CT, MR or PET, or enhanced multi-frame in one or
 * several instances; sorted along the normal of the slices (never by Instance Number), rescaled to the modality's unit.
 * What cannot be a volume is refused with a reason that names the instance. Pixels are decoded frame by frame into the
 * volume.
 */
public final class VolumeReader {

    private static final Logger LOG = LoggerFactory.getLogger(VolumeReader.class);

    /** One slice has no spacing along its normal. */
    private static final int MIN_SLICES = 2;

    private VolumeReader() {}

    /** Reads files in any order. */
    public static Reading read(List<Path> files) {
        return read(files, MIN_SLICES);
    }

    /**
     * Reads files in any order.
     *
     * @param minSlices fewest slices that are of use to the caller; two are needed anyway
     * @throws TandemException RETRY if a file cannot be opened or read now
     */
    public static Reading read(List<Path> files, int minSlices) {
        OpenedSeries opened = OpenedSeries.of(files);
        return opened.refused().orElseGet(() -> stack(opened.slices(), Math.max(minSlices, MIN_SLICES)));
    }

    /** Of planes in any order. */
    static Reading stack(List<Slice> slices) {
        return stack(slices, MIN_SLICES);
    }

    private static Reading stack(List<Slice> slices, int minSlices) {
        return Preflight.objection(slices, minSlices)
                .<Reading>map(refusal -> new Reading.Refused(List.of(refusal)))
                .orElseGet(() -> decode(SliceStack.of(slices)));
    }

    private static Reading decode(SliceStack stack) {
        Grid grid = stack.grid();
        float[] voxels = new float[grid.size().voxels()];
        List<Refusal> broken = IntStream.range(0, stack.slices().size())
                .parallel()
                .mapToObj(z -> {
                    Slice slice = stack.slices().get(z);
                    int offset = grid.size().offset(0, 0, z);
                    return Refusal.of(
                            ReasonCode.UNSUPPORTED_PIXELS, slice.name() + ", ", () -> slice.decodeInto(voxels, offset));
                })
                .flatMap(Optional::stream)
                .toList();
        if (!broken.isEmpty()) {
            return new Reading.Refused(broken);
        }
        warnOfZeroSlopes(stack.slices());
        return new Reading.Read(new SeriesVolume(stack.source(), new Volume(grid, voxels)));
    }

    private static void warnOfZeroSlopes(List<Slice> slices) {
        List<Slice> odd = slices.stream()
                .filter(slice -> slice.attributes().modality().hasZeroSlope())
                .toList();
        if (!odd.isEmpty()) {
            LOG.warn(
                    "Rescale Slope is 0 in {} slices, taken as 1; the first is {}",
                    odd.size(),
                    odd.get(0).name());
        }
    }
}
