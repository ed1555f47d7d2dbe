package org.tandem.series;

import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Side;

/**
 * Which side's image a picture looks like. Mammograms are displayed with the chest wall on the left where they are of
 * the left breast, so that rows go to the front (Patient Orientation (0020,0020) "A", PS3.3 C.7.6.1.1.1), and on the
 * right where of the right one, so that rows go to the back ("P"). Patient Orientation says how the pixels lie and goes
 * before Image Laterality (0020,0062) and Laterality (0020,0060), which say what was imaged.
 */
final class ShownSide {

    private ShownSide() {}

    static Optional<Side> of(DataSet image) {
        String rows =
                image.strings(Tag.PATIENT_ORIENTATION).stream().findFirst().orElse("");
        if (rows.startsWith("A") || rows.startsWith("P")) {
            return Optional.of(rows.startsWith("A") ? Side.LEFT : Side.RIGHT);
        }
        return Stream.of(Tag.IMAGE_LATERALITY, Tag.LATERALITY)
                .flatMap(tag -> image.string(tag).stream())
                .flatMap(letter -> side(letter).stream())
                .findFirst();
    }

    private static Optional<Side> side(String letter) {
        return switch (letter) {
            case "L" -> Optional.of(Side.LEFT);
            case "R" -> Optional.of(Side.RIGHT);
            default -> Optional.empty();
        };
    }
}
