package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.volume.Side;

/** Expected brightness is that of pydicom 3's apply_voi_lut, over the greatest value of 12 bits. */
final class BrightnessTest {

    private static final Uid DX = new Uid("1.2.840.10008.5.1.4.1.1.1.1");

    /** Stored values of 12 bits. */
    private static final int[] STORED = {0, 500, 1000, 1500, 4095, 1000};

    @TempDir
    private Path folder;

    private float[] brightness(UnaryOperator<DataSetBuilder> change) throws IOException {
        return brightness(STORED, change);
    }

    private float[] brightness(int[] stored, UnaryOperator<DataSetBuilder> change) throws IOException {
        byte[] bytes = new byte[2 * stored.length];
        for (int i = 0; i < stored.length; i++) {
            bytes[2 * i] = (byte) stored[i];
            bytes[2 * i + 1] = (byte) (stored[i] >> 8);
        }
        DataSetBuilder image = SyntheticSeries.common(DX, "1.2.3.7")
                .putIntegers(Tag.BITS_STORED, VR.US, 12)
                .putIntegers(Tag.HIGH_BIT, VR.US, 11)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 0)
                .putBytes(Tag.PIXEL_DATA, VR.OW, bytes);
        Path file =
                SyntheticSeries.file(folder, "picture.dcm", change.apply(image).build());
        return SeriesReader.read(List.of(file)).parts().get(0).brightness().voxels();
    }

    private static UnaryOperator<DataSetBuilder> window(String function) {
        return image -> image.putText(Tag.WINDOW_CENTER, VR.DS, "1000", "40")
                .putText(Tag.WINDOW_WIDTH, VR.DS, "800", "400")
                .putText(Tag.VOI_LUT_FUNCTION, VR.CS, function);
    }

    @Test
    void theFirstWindowCountsByItsFunction() throws IOException {
        assertThat(brightness(window("LINEAR")))
                .containsExactly(new float[] {0, 0, .500626f, 1, 1, .500626f}, within(1e-5f));
        assertThat(brightness(window("LINEAR_EXACT")))
                .containsExactly(new float[] {0, 0, .5f, 1, 1, .5f}, within(1e-5f));
        assertThat(brightness(window("SIGMOID")))
                .containsExactly(new float[] {.006693f, .075858f, .5f, .924142f, 1, .5f}, within(1e-5f));
    }

    @Test
    void aTableCountsWhereThereIsNoWindow() throws IOException {
        DataSet table = DataSet.builder()
                .putIntegers(Tag.LUT_DESCRIPTOR, VR.US, 6, 998, 12)
                .putIntegers(Tag.LUT_DATA, VR.US, 0, 100, 1000, 2000, 3500, 4095)
                .build();
        assertThat(brightness(
                        new int[] {0, 999, 1000, 1001, 1002, 4095},
                        image -> image.putItems(Tag.VOI_LUT_SEQUENCE, table)))
                .containsExactly(new float[] {0, .02442f, .2442f, .4884f, .854701f, 1}, within(1e-5f));
    }

    @ParameterizedTest
    @CsvSource({"MONOCHROME1, INVERSE", "MONOCHROME1, ''", "MONOCHROME1, IDENTITY", "MONOCHROME2, INVERSE"})
    void whatIsInvertedIsInvertedOnceWhateverSaysSo(String photometric, String shape) throws IOException {
        float[] shown = brightness(image -> window("SIGMOID")
                .apply(image)
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, photometric)
                .putText(Tag.PRESENTATION_LUT_SHAPE, VR.CS, shape));
        assertThat(shown)
                .containsExactly(new float[] {1 - .006693f, 1 - .075858f, .5f, 1 - .924142f, 0, .5f}, within(1e-5f));
    }

    @Test
    void whatNamesNoWindowIsShownFromItsLeastToItsGreatestValue() throws IOException {
        assertThat(brightness(image -> image))
                .containsExactly(
                        new float[] {0, 500 / 4095f, 1000 / 4095f, 1500 / 4095f, 1, 1000 / 4095f}, within(1e-5f));
        assertThat(brightness(image -> image.putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME1"))[0])
                .isEqualTo(1);
    }

    @Test
    void slicesOfAVolumeHaveWindowsOfTheirOwn() throws IOException {
        List<Path> files = SyntheticSeries.write(
                folder, 2, (k, slice) -> slice.putText(Tag.WINDOW_CENTER, VR.DS, k == 0 ? "6" : "106")
                        .putText(Tag.WINDOW_WIDTH, VR.DS, "20")
                        .putText(Tag.VOI_LUT_FUNCTION, VR.CS, "LINEAR_EXACT"));
        float[] shown = SeriesReader.read(files).parts().get(0).brightness().voxels();
        // (value − centre) / 20 + 0.5 of 0, 1, 2, 10, 11, 12, and of these and 100
        float[] slice = {.2f, .25f, .3f, .7f, .75f, .8f};
        assertThat(Arrays.copyOf(shown, 6)).containsExactly(slice, within(1e-5f));
        assertThat(Arrays.copyOfRange(shown, 6, 12)).containsExactly(slice, within(1e-5f));
    }

    @Test
    void theSideIsThatWhichThePixelsLookLike() {
        assertThat(side("mg-breast/LCC.dcm")).isEqualTo(Side.LEFT);
        assertThat(side("mg-breast/RMLO.dcm")).isEqualTo(Side.RIGHT);
        DataSet flipped = DataSet.builder()
                .putText(Tag.PATIENT_ORIENTATION, VR.CS, "A", "F")
                .putText(Tag.IMAGE_LATERALITY, VR.CS, "R")
                .build();
        assertThat(ShownSide.of(flipped)).contains(Side.LEFT);
        DataSet old = DataSet.builder().putText(Tag.LATERALITY, VR.CS, "R").build();
        assertThat(ShownSide.of(old)).contains(Side.RIGHT);
        assertThat(ShownSide.of(DataSet.EMPTY)).isEmpty();
    }

    private static Side side(String file) {
        return SeriesReader.read(List.of(Path.of("test-dicom", file)))
                .parts()
                .get(0)
                .side()
                .orElseThrow();
    }
}
