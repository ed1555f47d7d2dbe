package org.tandem.evaluate.data;

import java.util.List;
import org.tandem.volume.Volume;

/**
 * What a model is to look at.
 *
 * @param volume values; a picture is one slice, of a colour picture its luminance
 * @param colour red, green, blue of a colour picture, on the same grid; otherwise none
 */
public record Images(Volume volume, List<Volume> colour) {

    public Images {
        colour = List.copyOf(colour);
    }

    static Images of(Volume volume) {
        return new Images(volume, List.of());
    }
}
