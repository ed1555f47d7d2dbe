package org.tandem.picture;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Vector3;

/**
 * Which way a picture lies in the patient: the letters at its right and its lower edge, as in Patient Orientation
 * (0020,0020): R, L, A, P, H (head), F (feet), the foremost first (PS3.3 C.7.6.1.1.1).
 */
public record Sides(String right, String down) {

    private static final String LETTERS = "[RLAPHF]{1,3}";

    /** Below this, a direction does not point that way enough to be worth a letter: less than 15 degrees. */
    private static final double LEAST_SHARE = 0.26;

    public Sides {
        if (!right.matches(LETTERS) || !down.matches(LETTERS)) {
            throw new IllegalArgumentException(
                    "Sides of a picture: got " + right + " and " + down + ", expected 1 to 3 of R, L, A, P, H, F");
        }
    }

    /** Of the directions (mm, LPS) in which columns and rows increase. */
    public static Sides of(Vector3 right, Vector3 down) {
        return new Sides(letters(right.unit()), letters(down.unit()));
    }

    /** What an image says itself, where it says it in letters of people and not of quadrupeds. */
    public static Optional<Sides> said(DataSet image) {
        List<String> letters = image.strings(Tag.PATIENT_ORIENTATION);
        return letters.size() == 2 && letters.stream().allMatch(side -> side.matches(LETTERS))
                ? Optional.of(new Sides(letters.get(0), letters.get(1)))
                : Optional.empty();
    }

    public String left() {
        return opposite(right);
    }

    public String up() {
        return opposite(down);
    }

    private static String letters(Vector3 direction) {
        record Part(String letter, double share) {}
        List<Part> parts = List.of(
                new Part(direction.x() > 0 ? "L" : "R", Math.abs(direction.x())),
                new Part(direction.y() > 0 ? "P" : "A", Math.abs(direction.y())),
                new Part(direction.z() > 0 ? "H" : "F", Math.abs(direction.z())));
        StringBuilder letters = new StringBuilder();
        parts.stream()
                .filter(part -> part.share() > LEAST_SHARE)
                .sorted((one, other) -> Double.compare(other.share(), one.share()))
                .forEachOrdered(part -> letters.append(part.letter()));
        return letters.toString();
    }

    private static String opposite(String letters) {
        StringBuilder opposite = new StringBuilder();
        letters.chars().forEach(letter -> opposite.append("LRPAFH".charAt("RLAPHF".indexOf(letter))));
        return opposite.toString();
    }
}
