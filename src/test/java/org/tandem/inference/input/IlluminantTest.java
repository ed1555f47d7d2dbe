package org.tandem.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandem.model.Input;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Figures by hand, and those of plain NumPy on {@code picture} with the channels as columns:
 *
 * <pre>
 * mean = picture.max(0) if p == inf else (picture ** p).mean(0) ** (1 / p)
 * gain = numpy.sqrt((mean ** 2).sum() / 3) / mean
 * numpy.minimum(picture * gain, 255)
 * </pre>
 */
final class IlluminantTest {

    private static final double SHADES_OF_GREY = Input.ColourConstancy.USUAL_NORM;
    private static final double GREY_WORLD = 1;
    private static final double MAX_RGB = Double.POSITIVE_INFINITY;

    /** Means 4, 4, 2, of length 6; greatest 8, 4, 8, of length 12. */
    private static final List<Volume> BY_HAND = List.of(row(0, 0, 8, 8), row(4, 4, 4, 4), row(8, 0, 0, 0));

    private static final List<Volume> PICTURE =
            List.of(row(10, 40, 200, 90), row(20, 10, 150, 250), row(30, 5, 100, 60));

    @Test
    void aGreyWorldHasTheSameMeanInEachColour() {
        // 6 / (root of 3 times the mean): half the root of 3 twice, and the root of 3
        float root = (float) Math.sqrt(3);
        List<float[]> done = underWhite(BY_HAND, GREY_WORLD);

        assertClose(done.get(0), 0, 0, 4 * root, 4 * root);
        assertClose(done.get(1), 2 * root, 2 * root, 2 * root, 2 * root);
        assertClose(done.get(2), 8 * root, 0, 0, 0);
    }

    @Test
    void ofAnInfiniteNormTheBrightestOfEachColourAreAlike() {
        // 12 / (root of 3 times the greatest): half the root of 3, the root of 3, half the root of 3
        float root = (float) Math.sqrt(3);
        List<float[]> done = underWhite(BY_HAND, MAX_RGB);

        assertClose(done.get(0), 0, 0, 4 * root, 4 * root);
        assertClose(done.get(1), 4 * root, 4 * root, 4 * root, 4 * root);
        assertClose(done.get(2), 4 * root, 0, 0, 0);
    }

    @Test
    void shadesOfGreyAreWhatNumPySays() {
        List<float[]> done = underWhite(PICTURE, SHADES_OF_GREY);

        assertClose(done.get(0), 9.7215f, 38.8859f, 194.4296f, 87.4933f);
        assertClose(done.get(1), 15.4581f, 7.729f, 115.9354f, 193.2257f);
        assertClose(done.get(2), 57.961f, 9.6602f, 193.2033f, 115.922f);
    }

    @Test
    void theSpecialCasesAreWhatNumPySays() {
        assertClose(underWhite(PICTURE, GREY_WORLD).get(0), 9.88f, 39.5199f, 197.5995f, 88.9198f);
        assertClose(underWhite(PICTURE, MAX_RGB).get(0), 9.6825f, 38.7298f, 193.6492f, 87.1421f);
    }

    @Test
    void nothingBecomesBrighterThanWhiteAndBlackStaysBlack() {
        List<Volume> reddish = List.of(row(200, 250), row(10, 100), row(0, 0));

        // the root of 250 and 100 squared, over the root of 3
        assertThat(underWhite(reddish, MAX_RGB).get(1)[1]).isEqualTo(155.4563f, within(1e-3f));
        // times the root of 3
        assertThat(underWhite(List.of(row(255, 0), row(255, 255), row(255, 255)), GREY_WORLD)
                        .get(0))
                .containsExactly(255, 0);
        assertThat(underWhite(reddish, SHADES_OF_GREY).get(2)).containsExactly(0, 0);
        assertThat(underWhite(List.of(row(0, 0), row(0, 0), row(0, 0)), SHADES_OF_GREY))
                .allSatisfy(channel -> assertThat(channel).containsOnly(0));
    }

    @Test
    void aPictureUnderColouredLightLooksAsUnderWhite() {
        List<Volume> yellow = List.of(PICTURE.get(0), PICTURE.get(1), row(15, 2.5f, 50, 30)); // half of the blue
        List<float[]> white = underWhite(PICTURE, SHADES_OF_GREY);
        List<float[]> mended = underWhite(yellow, SHADES_OF_GREY);

        double brightness = mended.get(0)[0] / white.get(0)[0];
        IntStream.range(0, 3).forEach(i -> assertThat(mended.get(i)[1] / white.get(i)[1])
                .isCloseTo((float) brightness, within(1e-5f)));
    }

    @Test
    void itIsTheLightOfTheWholePictureNotOfWhatTheNetworkSees() {
        Input.Values values = new Input.Values(
                Input.Channels.RGB,
                Optional.of(new Input.ColourConstancy(GREY_WORLD)),
                new Input.Intensity.AsIs(),
                Optional.empty(),
                List.of());
        Input.Crop middle = new Input.Crop.ToExtent(new Vector3(2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        Input.View view = new Input.View(Optional.empty(), middle, 0, Input.Interpolation.LINEAR);
        Input input = new Input(
                "image",
                Input.Layout.NHWC,
                new Input.Framing(Optional.empty(), new Input.Sampling.AsIs(), view),
                values);

        Prepared prepared = new Preparation(input).of(new Exam(BY_HAND.get(1), BY_HAND));

        float root = (float) Math.sqrt(3);
        assertClose(prepared.channels().get(0), 0, 4 * root);
        assertClose(prepared.channels().get(1), 2 * root, 2 * root);
        assertClose(prepared.channels().get(2), 0, 0);
    }

    private static List<float[]> underWhite(List<Volume> colour, double norm) {
        return Illuminant.of(colour, new Input.ColourConstancy(norm)).takenFrom(colour).stream()
                .map(Volume::voxels)
                .toList();
    }

    private static void assertClose(float[] got, float... expected) {
        assertThat(got).containsExactly(expected, within(1e-4f));
    }

    private static Volume row(float... values) {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        Size size = new Size(values.length, 1, 1);
        return new Volume(new Grid(size, axes, new Vector3(1, 1, 1), new Vector3(0, 0, 0)), values);
    }
}
