package org.tandem.series;

import java.util.List;

/**
 * A radiograph, mammogram or photograph: its pixels have no place in the patient (no frame of reference), at the most a
 * size.
 *
 * @param pixelSpacing two values, between rows, between columns, mm, as the source wrote them; none where the source
 *     knows none
 * @param calibrated whether the spacing holds in the patient (Pixel Spacing (0028,0030)) or at the detector only
 *     (Imager Pixel Spacing (0018,1164)), which magnifies
 */
public record PictureGeometry(List<String> pixelSpacing, boolean calibrated) implements SourceGeometry {

    public PictureGeometry {
        pixelSpacing = List.copyOf(pixelSpacing);
    }
}
