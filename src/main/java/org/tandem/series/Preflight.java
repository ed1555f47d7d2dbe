package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * Whether the planes of a series make a volume, asked before anything is decoded. The questions go from who and how
 * many over single planes to how planes lie to each other; the first objection ends them, for later ones need what
 * earlier ones made sure of.
 */
final class Preflight {

    private Preflight() {}

    /** The first objection; empty if the planes can be stacked. */
    static Optional<Refusal> objection(List<Slice> slices, int minSlices) {
        List<Supplier<Optional<Refusal>>> checks = List.of(
                () -> tooFew(slices, minSlices),
                () -> IdentityCheck.mixedPatient(slices),
                () -> PlaneCheck.missingGeometry(slices),
                () -> PlaneCheck.mixedOrientation(slices),
                () -> PlaneCheck.mixedGeometry(slices),
                () -> PixelCheck.unsupported(slices),
                () -> tooLarge(slices.get(0), slices.size()),
                () -> StackCheck.duplicatePosition(SliceStack.of(slices)),
                () -> StackCheck.sheared(SliceStack.of(slices)),
                () -> StackCheck.gap(SliceStack.of(slices)));
        return checks.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Refusal> tooFew(List<Slice> slices, int minSlices) {
        if (slices.size() >= minSlices) {
            return Optional.empty();
        }
        String names = slices.isEmpty() ? "" : " (" + slices.get(0).name() + " …)";
        return Optional.of(new Refusal(
                ReasonCode.TOO_FEW_SLICES,
                "Series: got " + slices.size() + " slices" + names + ", expected at least " + minSlices));
    }

    /** Voxels are kept in one array, of so many slices like this one. */
    static Optional<Refusal> tooLarge(Slice slice, int slices) {
        DataSet image = slice.image();
        long perSlice = (long) image.requireInteger(Tag.ROWS) * image.requireInteger(Tag.COLUMNS);
        return perSlice * slices <= Integer.MAX_VALUE - 8
                ? Optional.empty()
                : Optional.of(new Refusal(
                        ReasonCode.UNSUPPORTED_PIXELS,
                        slice.name() + ": got " + slices + " slices of " + perSlice
                                + " pixels, expected less than 2³¹ voxels"));
    }
}
