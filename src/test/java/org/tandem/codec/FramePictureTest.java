package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.colour;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.image;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.VR;

/** Images of four pixels, as a display would show them. */
final class FramePictureTest {

    @Test
    void aWindowIsAppliedToTheRescaledValues() {
        DataSetBuilder ct = grey(16).putText(Tag.RESCALE_SLOPE, VR.DS, "2")
                .putText(Tag.RESCALE_INTERCEPT, VR.DS, "-1000")
                .putText(Tag.WINDOW_CENTER, VR.DS, "0.5")
                .putText(Tag.WINDOW_WIDTH, VR.DS, "256");

        // -1000, -128, 0 and 1000 in the modality's unit; the window goes from -127.5 to 127.5
        assertThat(greys(ct, 0, 0, 0xB4, 1, 0xF4, 1, 0xE8, 3)).containsExactly(0, 0, 128, 255);
    }

    @Test
    void withoutAWindowAllValuesAreShownPaddingLeftOut() {
        DataSetBuilder padded = grey(16).putIntegers(Tag.PIXEL_PADDING_VALUE, VR.US, 0xFFFF);

        assertThat(greys(padded, 0xFF, 0xFF, 10, 0, 60, 0, 110, 0)).containsExactly(0, 0, 128, 255);
    }

    @Test
    void theRangeOfPaddingHasASign() {
        DataSetBuilder padded = image(16, 16, 15, true)
                .putIntegers(Tag.PIXEL_PADDING_VALUE, VR.SS, -2000)
                .putIntegers(Tag.PIXEL_PADDING_RANGE_LIMIT, VR.SS, -1500);

        assertThat(greys(padded, 0x30, 0xF8, 0x24, 0xFA, 0, 0, 1, 0)).containsExactly(0, 0, 0, 255);
    }

    @Test
    void lowValuesOfMonochrome1AreBright() {
        DataSetBuilder inverse = grey(8).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME1");

        assertThat(greys(inverse, 0, 51, 102, 255)).containsExactly(255, 204, 153, 0);
    }

    @Test
    void aFrameOfOneValueIsDark() {
        assertThat(greys(grey(8), 7, 7, 7, 7)).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aModalityTableComesBeforeTheWindow() {
        DataSet item = DataSet.builder()
                .putIntegers(Tag.LUT_DESCRIPTOR, VR.US, 4, 0, 16)
                .putBytes(Tag.LUT_DATA, VR.OW, bytes(0, 4, 0, 3, 0, 2, 0, 0))
                .build();
        DataSetBuilder image = grey(8).putItems(Tag.MODALITY_LUT_SEQUENCE, item);

        assertThat(greys(image, 0, 1, 2, 3)).containsExactly(255, 191, 128, 0);
    }

    @Test
    void redGreenAndBlue() {
        assertThat(colours(colour(8, 0), 255, 0, 0, 0, 255, 0, 0, 0, 255, 1, 2, 3))
                .containsExactly(0xFF0000, 0x00FF00, 0x0000FF, 0x010203);
    }

    @Test
    void sixteenBitsOfColourShowTheirHighByte() {
        int[] pixels = new int[24];
        pixels[1] = 0xAB;
        assertThat(colours(colour(16, 0), pixels)).containsExactly(0xAB0000, 0, 0, 0);
    }

    /** White, black, and the red of ITU-R BT.601: Y 76, Cb 85, Cr 255. */
    @Test
    void luminanceAndDifferencesOfColour() {
        DataSetBuilder image = colour(8, 0).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "YBR_FULL");

        assertThat(colours(image, 255, 128, 128, 0, 128, 128, 76, 85, 255, 128, 128, 128))
                .containsExactly(0xFFFFFF, 0x000000, 0xFE0000, 0x808080);
    }

    @Test
    void twoPixelsShareTheirDifferencesOfColour() {
        DataSetBuilder image = colour(8, 0).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "YBR_FULL_422");

        assertThat(colours(image, 255, 0, 128, 128, 76, 76, 85, 255))
                .containsExactly(0xFFFFFF, 0x000000, 0xFE0000, 0xFE0000);
        assertThat(colours(image, 255, 128, 128, 0, 128, 128, 76, 85, 255, 128, 128, 128))
                .as("not shared, whatever is said")
                .containsExactly(0xFFFFFF, 0x000000, 0xFE0000, 0x808080);
    }

    @Test
    void indicesIntoAPalette() {
        DataSetBuilder image = grey(8).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "PALETTE COLOR")
                .putIntegers(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 2, 5, 16)
                .putIntegers(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 2, 5, 16)
                .putIntegers(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, 2, 5, 16)
                .putBytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, bytes(0, 0, 0xFF, 0xFF))
                .putBytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, bytes(0xFF, 0xFF, 0, 0))
                .putBytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, VR.OW, bytes(0, 0x80, 0, 0));

        assertThat(colours(image, 0, 5, 6, 255)).containsExactly(0x00FF80, 0x00FF80, 0xFF0000, 0xFF0000);
    }

    @Test
    void aFrameThatIsNotThereAndColoursThatNobodyKnowsAreRefused() {
        assertThatThrownBy(() -> FramePicture.of(file(grey(8), 1, 2, 3, 4), 1))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("frame 2, expected 1 to 1");
        assertThatThrownBy(() -> FramePicture.of(
                        file(grey(8).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "HSV"), 1, 2, 3, 4), 0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,0004): got 1 samples of HSV");
    }

    private static int[] greys(DataSetBuilder image, int... pixels) {
        BufferedImage picture = FramePicture.of(file(image, pixels), 0);
        assertThat(picture.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
        return picture.getRaster().getSamples(0, 0, 2, 2, 0, (int[]) null);
    }

    private static int[] colours(DataSetBuilder image, int... pixels) {
        BufferedImage picture = FramePicture.of(file(image, pixels), 0);
        return IntStream.range(0, 4)
                .map(pixel -> picture.getRGB(pixel % 2, pixel / 2) & 0xFFFFFF)
                .toArray();
    }

    private static DicomFile file(DataSetBuilder image, int... pixels) {
        DataSet dataSet = image.putBytes(Tag.PIXEL_DATA, VR.OW, bytes(pixels)).build();
        return DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
