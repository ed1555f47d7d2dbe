package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;

/** Whether the pixels of all planes are numbers of one kind that can be decoded. */
final class PixelCheck {

    private static final Set<String> NUMBERS = Set.of("MONOCHROME1", "MONOCHROME2");

    private PixelCheck() {}

    static Optional<Refusal> unsupported(List<Slice> slices) {
        return first(slices, PixelCheck::objection);
    }

    /** Of pictures, which may be in colours. */
    static Optional<Refusal> undecodable(List<Slice> slices) {
        return first(slices, PixelCheck::undecodable);
    }

    /** The first objection to an instance. */
    private static Optional<Refusal> first(List<Slice> slices, Function<Slice, Optional<String>> objection) {
        return slices.stream()
                .filter(slice -> slice.frame() == 0)
                .flatMap(slice -> objection.apply(slice).stream().map(message -> refusal(slice, message)))
                .findFirst();
    }

    /** A refusal of the pixels of this plane. */
    static Refusal refusal(Slice slice, String message) {
        return new Refusal(ReasonCode.UNSUPPORTED_PIXELS, slice.name() + ", " + message);
    }

    private static Optional<String> objection(Slice slice) {
        String photometric =
                slice.image().string(Tag.PHOTOMETRIC_INTERPRETATION).orElse("MONOCHROME2");
        if (!NUMBERS.contains(photometric)) {
            return Optional.of(wrong(Tag.PHOTOMETRIC_INTERPRETATION, photometric, "MONOCHROME1 or MONOCHROME2"));
        }
        Optional<String> undecodable = undecodable(slice);
        return undecodable.isPresent() ? undecodable : severalSamples(slice);
    }

    private static Optional<String> severalSamples(Slice slice) {
        int samples = slice.pixels().format().samples();
        return samples == 1 ? Optional.empty() : Optional.of(wrong(Tag.SAMPLES_PER_PIXEL, samples, "1"));
    }

    private static Optional<String> undecodable(Slice slice) {
        return Refusal.of(ReasonCode.UNSUPPORTED_PIXELS, "", slice::pixels).map(Refusal::message);
    }

    private static String wrong(int tag, Object got, String expected) {
        return Dictionary.name(tag) + ": got " + got + ", expected " + expected;
    }
}
