package org.tandem.result.capture;

import java.util.List;
import org.tandem.picture.Legend;
import org.tandem.picture.Montage;
import org.tandem.picture.Panel;

/**
 * One slice with what was found in it.
 *
 * @param z of the source's grid, from 0
 * @param subject what it shows, in words without the identity of a patient
 */
public record FindingPicture(int z, String subject, Panel panel, Legend legend) {

    /** The picture by itself, with lines of words below. */
    Montage alone(int side, List<String> notes) {
        return new Montage(List.of(panel), legend, notes, side);
    }
}
