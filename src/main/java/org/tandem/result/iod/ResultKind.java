package org.tandem.result.iod;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of object in which Tandem says what it found. */
public enum ResultKind {
    /** Where: masks (PS3.3 A.51). */
    SEGMENTATION(1, "SEG"),
    /** What and how large: measurements and evaluations (PS3.3 A.35.13). */
    STRUCTURED_REPORT(2, "SR"),
    /** Marks for viewers that read no reports (PS3.3 A.33). */
    PRESENTATION_STATE(3, "PR"),
    /** Why: a number for each voxel (PS3.3 A.75). */
    PARAMETRIC_MAP(4, "PM"),
    /** Why and where, drawn into a picture, for any viewer (PS3.3 A.8). */
    SECONDARY_CAPTURE(5, "SC"),
    /** Which objects belong together (PS3.3 A.35.4). */
    KEY_OBJECT_SELECTION(6, "KO"),
    /** One page with pictures (PS3.3 A.45.1). */
    ENCAPSULATED_PDF(7, "DOC");

    private final int number;
    private final String abbreviation;

    ResultKind(int number, String abbreviation) {
        this.number = number;
        this.abbreviation = abbreviation;
    }

    /** The last digit of the numbers of its series. */
    int number() {
        return number;
    }

    /** As people write it for short. */
    public String abbreviation() {
        return abbreviation;
    }

    /** The kind of an abbreviation, in letters of either case. */
    public static Optional<ResultKind> ofAbbreviation(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.abbreviation.equals(upper))
                .findFirst();
    }
}
