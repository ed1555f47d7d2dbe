package org.tandem.series;

import java.util.Optional;
import org.tandem.codec.FrameReader;
import org.tandem.codec.ModalityTransform;
import org.tandem.codec.PixelFormat;
import org.tandem.codec.PixelPadding;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * The values of a picture in grey: the greater, the brighter a display shows it, which on a radiograph is the denser.
 * So no network meets the same chest once white on black and once black on white. Pixel padding has the least value of
 * what was seen, not one that would be the brightest of all.
 *
 * @param values row by row
 * @param turned whether they are counted from the other end of the range than the source counts
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, not compared
record GreyPixels(float[] values, boolean turned) {

    static GreyPixels of(Slice slice) {
        FrameReader reader = slice.pixels();
        int[] stored = reader.read(slice.frame());
        PixelFormat.Bits bits = reader.format().bits();
        ModalityTransform modality = slice.attributes().modality();
        boolean turned = isTurned(slice.image());
        double ends = modality.apply(bits.least()) + modality.apply(bits.greatest());
        float[] values = new float[stored.length];
        for (int i = 0; i < stored.length; i++) {
            double value = modality.apply(bits.number(stored[i]));
            values[i] = (float) (turned ? ends - value : value);
        }
        darken(values, stored, PixelPadding.of(slice.image()));
        return new GreyPixels(values, turned);
    }

    /**
     * What is for processing is not meant to be shown as it is, and says itself whether more of its value is more of
     * the beam: Pixel Intensity Relationship Sign (0028,1041), PS3.3 C.8.11.3.1.2.
     */
    private static boolean isTurned(DataSet image) {
        Optional<String> intent = image.string(Tag.PRESENTATION_INTENT_TYPE);
        int sign = image.integer(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN).orElse(0);
        if (intent.filter("FOR PROCESSING"::equals).isPresent() && sign != 0) {
            return sign > 0;
        }
        return image.string(Tag.PHOTOMETRIC_INTERPRETATION)
                        .filter("MONOCHROME1"::equals)
                        .isPresent()
                || image.string(Tag.PRESENTATION_LUT_SHAPE)
                        .filter("INVERSE"::equals)
                        .isPresent();
    }

    private static void darken(float[] values, int[] stored, PixelPadding padding) {
        float least = Float.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            least = padding.holds(stored[i]) ? least : Math.min(least, values[i]);
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = padding.holds(stored[i]) && Float.isFinite(least) ? least : values[i];
        }
    }
}
