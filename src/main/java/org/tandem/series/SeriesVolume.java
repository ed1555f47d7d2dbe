package org.tandem.series;

import java.util.List;
import java.util.Optional;
import org.tandem.volume.Side;
import org.tandem.volume.Volume;

/**
 * A series as a network reads it, and where each slice of it came from. A radiograph or photograph is a volume of one
 * slice, whose grid counts pixels: mm where the source knows their size, otherwise 1 a pixel.
 *
 * <p>Of a picture in grey a greater value is what a display shows brighter, which on a radiograph is what is denser:
 * values that count the other way (MONOCHROME1) are counted from the other end of their range.
 *
 * @param volume of a colour picture its luminance, 0 to 255
 * @param colour red, green and blue of a colour picture, 0 to 255, on the same grid; otherwise none
 * @param measured whether the values are the source's own, in the modality's unit, so that their mean means something
 */
public record SeriesVolume(SourceSeries source, Volume volume, List<Volume> colour, boolean measured) {

    public SeriesVolume {
        colour = List.copyOf(colour);
    }

    /** How bright a display shows each value, 0 to 1, by the windows or tables that the images name. */
    public Volume brightness() {
        return Brightness.of(this);
    }

    /** Of a paired part of the body, which side's image it looks like; empty if the image does not say. */
    public Optional<Side> side() {
        return ShownSide.of(source.header());
    }

    /** Of a picture in colours. */
    public SeriesVolume(SourceSeries source, Volume volume, List<Volume> colour) {
        this(source, volume, colour, false);
    }

    /** Of values that are the source's own. */
    public SeriesVolume(SourceSeries source, Volume volume) {
        this(source, volume, List.of(), true);
    }
}
