package org.tandem.series;

import java.util.List;
import java.util.Optional;

/**
 * Orientation and spacing that all slices of a series share, as the decimal strings of the source.
 *
 * @param imageOrientation six values of Image Orientation (Patient) (0020,0037)
 * @param pixelSpacing two values of Pixel Spacing (0028,0030): between rows, between columns, mm
 * @param sliceThickness value of Slice Thickness (0018,0050), mm
 */
public record SliceGeometry(List<String> imageOrientation, List<String> pixelSpacing, Optional<String> sliceThickness)
        implements SourceGeometry {

    public SliceGeometry {
        imageOrientation = List.copyOf(imageOrientation);
        pixelSpacing = List.copyOf(pixelSpacing);
    }
}
