package org.tandem.inference;

import java.util.List;
import org.tandem.volume.Volume;

/**
 * The images that one run is about.
 *
 * @param volume what results are drawn on; a picture is a volume of one slice, of a colour picture its luminance
 * @param colour red, green and blue of a colour picture, on the same grid; otherwise none
 */
public record Exam(Volume volume, List<Volume> colour) {

    public Exam {
        colour = List.copyOf(colour);
        if (!colour.isEmpty() && colour.size() != 3) {
            throw new IllegalArgumentException(
                    "Colour of an exam: got " + colour.size() + " volumes, expected three or none");
        }
    }

    public static Exam of(Volume volume) {
        return new Exam(volume, List.of());
    }
}
