package org.tandem.series;

import java.util.List;
import org.tandem.volume.Volume;

/**
 * A series as a network reads it, and where each slice of it came from. A radiograph or photograph is a volume of one
 * slice, whose grid counts pixels: mm where the source knows their size, otherwise 1 a pixel.
 *
 * @param volume of a colour picture its luminance, 0 to 255
 * @param colour red, green and blue of a colour picture, 0 to 255, on the same grid; otherwise none
 */
public record SeriesVolume(SourceSeries source, Volume volume, List<Volume> colour) {

    public SeriesVolume {
        colour = List.copyOf(colour);
    }

    public SeriesVolume(SourceSeries source, Volume volume) {
        this(source, volume, List.of());
    }
}
