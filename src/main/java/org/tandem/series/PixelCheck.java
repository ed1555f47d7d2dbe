package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/** Whether the pixels of all planes are numbers of one kind that can be decoded. */
final class PixelCheck {

    private static final Set<String> NUMBERS = Set.of("MONOCHROME1", "MONOCHROME2");

    private PixelCheck() {}

    static Optional<Refusal> unsupported(List<Slice> slices) {
        return slices.stream()
                .filter(slice -> slice.frame() == 0)
                .flatMap(slice -> objection(slice).stream().map(message -> refusal(slice, message)))
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
        try {
            FrameReader reader = slice.pixels();
            int samples = reader.format().samples();
            return samples == 1 ? Optional.empty() : Optional.of(wrong(Tag.SAMPLES_PER_PIXEL, samples, "1"));
        } catch (TandemException e) {
            if (e.kind() != TandemException.Kind.REFUSE) {
                throw e;
            }
            return Optional.of(e.getMessage());
        }
    }

    private static String wrong(int tag, Object got, String expected) {
        return Dictionary.name(tag) + ": got " + got + ", expected " + expected;
    }
}
