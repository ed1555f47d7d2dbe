package org.tandem.series;

import java.util.List;
import java.util.stream.IntStream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Vector3;

/**
 * A radiograph, mammogram or photograph: its pixels have no place in the patient (no frame of reference), at the most a
 * size.
 *
 * @param pixelSpacing two values, between rows, between columns, mm, as the source wrote them; none where the source
 *     knows none
 * @param calibrated whether the spacing holds in the patient, or at the detector or the scanned film only, which
 *     magnify
 */
public record PictureGeometry(List<String> pixelSpacing, boolean calibrated) implements SourceGeometry {

    /** Spacings at the detector and on the film: Imager and Nominal Scanned Pixel Spacing. */
    private static final int[] MAGNIFIED = {Tag.IMAGER_PIXEL_SPACING, Tag.NOMINAL_SCANNED_PIXEL_SPACING};

    public PictureGeometry {
        pixelSpacing = List.copyOf(pixelSpacing);
    }

    /**
     * What an image says (PS3.3 10.7.1.1): Pixel Spacing is of the patient where a calibration is named, or where it is
     * another one than the detector's; where neither is so, nobody can tell, and it is not relied on.
     *
     * @param pixelSpacing Pixel Spacing (0028,0030) of the frame
     */
    static PictureGeometry of(DataSet image, List<String> pixelSpacing) {
        List<List<String>> magnified = IntStream.of(MAGNIFIED)
                .mapToObj(image::strings)
                .filter(PictureGeometry::isSpacing)
                .toList();
        if (!isSpacing(pixelSpacing)) {
            return new PictureGeometry(magnified.isEmpty() ? List.of() : magnified.get(0), false);
        }
        boolean other = !magnified.isEmpty() && magnified.stream().noneMatch(spacing -> same(spacing, pixelSpacing));
        return new PictureGeometry(pixelSpacing, other || image.hasValue(Tag.PIXEL_SPACING_CALIBRATION_TYPE));
    }

    /** Along x, y and z of the grid; 1 where nothing is known. */
    Vector3 spacingMm() {
        return pixelSpacing.isEmpty()
                ? new Vector3(1, 1, 1)
                : new Vector3(Double.parseDouble(pixelSpacing.get(1)), Double.parseDouble(pixelSpacing.get(0)), 1);
    }

    private static boolean isSpacing(List<String> values) {
        return Slice.areNumbers(values, 2) && values.stream().allMatch(value -> Double.parseDouble(value) > 0);
    }

    private static boolean same(List<String> one, List<String> other) {
        return IntStream.range(0, 2)
                .allMatch(i -> Double.compare(Double.parseDouble(one.get(i)), Double.parseDouble(other.get(i))) == 0);
    }
}
