package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;

/** Whether all planes are of one patient and one study. What they say is compared and never shown. */
final class IdentityCheck {

    private static final int[] IDENTITY = {
        Tag.PATIENT_ID, Tag.PATIENT_NAME, Tag.PATIENT_BIRTH_DATE, Tag.STUDY_INSTANCE_UID
    };

    /** Devices write "A^B" and "A^B^" for the same name (PS3.5 6.2.1.1). */
    private static final Pattern EMPTY_COMPONENTS = Pattern.compile("[\\^=\\s]+$");

    private IdentityCheck() {}

    static Optional<Refusal> mixedPatient(List<Slice> slices) {
        for (int tag : IDENTITY) {
            Majority majority = Majority.of(slices, (a, b) -> values(a, tag).equals(values(b, tag)));
            if (majority.odd().isPresent()) {
                return Optional.of(new Refusal(
                        ReasonCode.MIXED_PATIENT,
                        majority.odd().get().name() + ": got another " + Dictionary.name(tag) + " "
                                + Tag.format(tag) + " than " + majority.usual().name()
                                + ", expected one patient and one study"));
            }
        }
        return Optional.empty();
    }

    private static List<String> values(Slice slice, int tag) {
        return slice.image().strings(tag).stream()
                .map(value -> EMPTY_COMPONENTS.matcher(value).replaceAll(""))
                .toList();
    }
}
