package org.tandem.result.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/**
 * What the functional groups of a result say of each frame (PS3.3 C.7.6.16): a group of the frame before a shared one,
 * and where no plane is told, that of the source.
 */
final class FrameTable {

    /** A frame of more pixels is taken for damage: 8192 × 8192. */
    private static final long MAX_PIXELS = 1L << 26;

    private final DataSet image;
    private final String what;
    private final SourcePlanes sources;

    private FrameTable(DataSet image, String what, SourcePlanes sources) {
        this.image = image;
        this.what = what;
        this.sources = sources;
    }

    /** The frames in the order of the object; refuses a table that does not fit the Number of Frames. */
    static List<ReadFrame> read(DataSet image, String what, SourcePlanes sources) {
        return new FrameTable(image, what, sources).read();
    }

    /** Spacing Between Slices (0018,0088), or else Slice Thickness (0018,0050), of the first frame. */
    static OptionalDouble sliceSpacingMm(DataSet image) {
        DataSet measures = FrameGroups.of(image, 0).group(Tag.PIXEL_MEASURES_SEQUENCE);
        OptionalDouble between = measures.decimal(Tag.SPACING_BETWEEN_SLICES);
        OptionalDouble spacing = between.isPresent() ? between : measures.decimal(Tag.SLICE_THICKNESS);
        return spacing.isPresent() && spacing.getAsDouble() > 0 && Double.isFinite(spacing.getAsDouble())
                ? spacing
                : OptionalDouble.empty();
    }

    private List<ReadFrame> read() {
        long pixels = (long) image.requireInteger(Tag.ROWS) * image.requireInteger(Tag.COLUMNS);
        if (pixels < 1 || pixels > MAX_PIXELS) {
            throw refused("Rows × Columns", pixels + " pixels", "1 to " + MAX_PIXELS);
        }
        if (image.string(Tag.DIMENSION_ORGANIZATION_TYPE)
                .filter("TILED_FULL"::equals)
                .isPresent()) {
            throw refused("Dimension Organization Type", "TILED_FULL", "frames that say where they lie");
        }
        int frames = Math.max(1, image.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        int said = image.items(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE).size();
        if (said != frames && !(frames == 1 && said == 0)) {
            throw refused("Per-Frame Functional Groups Sequence", said + " items", frames + ", the Number of Frames");
        }
        List<ReadFrame> table = new ArrayList<>(frames);
        for (int index = 0; index < frames; index++) {
            table.add(frame(index));
        }
        return table;
    }

    private ReadFrame frame(int index) {
        FrameGroups groups = FrameGroups.of(image, index);
        List<ReferencedFrame> derivedFrom = new ArrayList<>();
        for (DataSet derivation : derivations(groups)) {
            derivation
                    .items(Tag.SOURCE_IMAGE_SEQUENCE)
                    .forEach(source -> derivedFrom.addAll(ReferencedFrame.of(source)));
        }
        try {
            Optional<FramePlane> plane = FramePlane.of(groups).or(() -> derivedFrom.stream()
                    .flatMap(source -> sources.plane(source).stream())
                    .findFirst());
            return new ReadFrame(index, segment(groups, index), plane, derivedFrom);
        } catch (TandemException e) {
            throw new TandemException(e.kind(), what + ", frame " + (index + 1) + ": " + e.getMessage(), e);
        }
    }

    private static List<DataSet> derivations(FrameGroups groups) {
        List<DataSet> ofFrame = groups.ofFrame().items(Tag.DERIVATION_IMAGE_SEQUENCE);
        return ofFrame.isEmpty() ? groups.shared().items(Tag.DERIVATION_IMAGE_SEQUENCE) : ofFrame;
    }

    private OptionalInt segment(FrameGroups groups, int index) {
        int[] numbers = groups.group(Tag.SEGMENT_IDENTIFICATION_SEQUENCE).integers(Tag.REFERENCED_SEGMENT_NUMBER);
        if (numbers.length > 1) {
            throw refused("frame " + (index + 1) + ", Referenced Segment Number", numbers.length + " values", "one");
        }
        return numbers.length == 0 ? OptionalInt.empty() : OptionalInt.of(numbers[0]);
    }

    private TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, what + ", " + where + ": got " + got + ", expected " + expected);
    }
}
