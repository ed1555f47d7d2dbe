package org.tandem.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;

/** All planes of a series whose pixels nobody has looked at yet, and the instances that are no planes. */
record OpenedSeries(List<Slice> slices, List<Refusal> unreadable) {

    OpenedSeries {
        slices = List.copyOf(slices);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Opens files in any order.
     *
     * @throws TandemException RETRY if a file cannot be opened or read now
     */
    static OpenedSeries of(List<Path> files) {
        List<Refusal> unreadable = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        for (Path file : files) {
            Refusal.of(ReasonCode.UNREADABLE_INSTANCE, "", () -> slices.addAll(open(file)))
                    .ifPresent(unreadable::add);
        }
        return new OpenedSeries(slices, unreadable);
    }

    /** One instance that is none is reason enough: nobody knows what it would have shown. */
    Optional<Reading> refused() {
        return unreadable.isEmpty() ? Optional.empty() : Optional.of(new Reading.Refused(unreadable));
    }

    private static List<Slice> open(Path file) {
        SourceImage image = new SourceImage(DicomFileReader.read(file));
        Optional<String> missing = image.missingIdentifier();
        if (missing.isPresent()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    file + ", " + image.name() + ": got no usable " + missing.get() + ", expected a UID");
        }
        return image.slices();
    }
}
