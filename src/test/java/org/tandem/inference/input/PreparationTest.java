package org.tandem.inference.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.model.Composition;
import org.tandem.model.Condition;
import org.tandem.model.Input;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Orientation;
import org.tandem.volume.Resampling;
import org.tandem.volume.Side;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

final class PreparationTest {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));

    private static Grid line(int count, double spacing, double first) {
        return new Grid(new Size(count, 1, 1), AXES, new Vector3(spacing, 1, 1), new Vector3(first, 0, 0));
    }

    private static Input.Values with(Input.Intensity intensity) {
        return new Input.Values(Input.Channels.GREY, intensity, Optional.empty(), List.of());
    }

    private static Input composed(Composition composition) {
        return new Input("img", Input.Layout.NDHWC, Input.Framing.AS_IS, Input.Values.AS_IS, composition);
    }

    @Test
    void otherSeriesComeOntoTheGridOfTheMainOneEachBroughtIntoRangeByItself() {
        Optional<Condition> any = Optional.of(new Condition.All(List.of()));
        Input input = composed(new Composition(
                List.of(
                        new Composition.Channel("T2", any, with(new Input.Intensity.MinMax())),
                        new Composition.Channel("T1", any, with(new Input.Intensity.DivideByMax()))),
                1));
        Volume t1 = new Volume(line(4, 1, 0), new float[] {0, 1, 2, 4});
        // centres at -1, 1, 3: straight between them 5, 10, 15, 20 at 0, 1, 2, 3
        Volume t2 = new Volume(line(3, 2, -1), new float[] {0, 10, 20});

        Prepared prepared = new Preparation(input).of(Exam.of(Map.of("T1", t1, "T2", t2), "T1"));

        assertThat(prepared.grid()).isEqualTo(t1.grid());
        assertThat(prepared.channels().get(0)).containsExactly(new float[] {0, 1 / 3f, 2 / 3f, 1}, within(1e-6f));
        assertThat(prepared.channels().get(1)).containsExactly(0, .25f, .5f, 1);
        assertThatThrownBy(() -> new Preparation(input).of(Exam.of(t1)))
                .isInstanceOf(TandemException.class)
                .hasMessage("Channel \"T2\": got series [], expected one of this name");
    }

    @Test
    void oneSeriesBecomesAChannelForEachWindow() {
        Input input = composed(new Composition(
                List.of(
                        new Composition.Channel("lung", Optional.empty(), with(new Input.Intensity.Window(-1000, 0))),
                        new Composition.Channel(
                                "soft tissue", Optional.empty(), with(new Input.Intensity.Window(-100, 100)))),
                0));
        Volume ct = new Volume(line(4, 1, 0), new float[] {-1000, -500, 0, 50});

        Prepared prepared = new Preparation(input).of(Exam.of(ct));

        assertThat(prepared.channels().get(0)).containsExactly(0, .5f, 1, 1);
        assertThat(prepared.channels().get(1)).containsExactly(0, 0, .5f, .75f);
    }

    private static Input viewed(Input.View view) {
        return new Input(
                "img",
                Input.Layout.NDHWC,
                new Input.Framing(Optional.of(new Orientation("SPL")), new Input.Sampling.AsIs(), view),
                Input.Values.AS_IS);
    }

    private static Input.View cropped(Input.Crop crop, double beyond) {
        return new Input.View(Optional.empty(), crop, beyond, Input.Interpolation.LINEAR);
    }

    @Test
    void theMiddleIsCutOutAndWhatLacksIsExtended() {
        // 6 voxels of 2 mm from −5: of 8 mm the four in the middle; 2 rows of 1 mm become 4; all slices
        Grid grid = new Grid(new Size(6, 2, 1), AXES, new Vector3(2, 1, 3), new Vector3(-5, 0, 0));
        Volume image = new Volume(grid, new float[] {1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16});
        Input.View view = cropped(new Input.Crop.ToExtent(new Vector3(8, 4, Double.POSITIVE_INFINITY)), -1000);

        Prepared prepared = new Preparation(viewed(view)).of(Exam.of(image));

        assertThat(prepared.grid().size()).isEqualTo(new Size(4, 4, 1));
        assertThat(prepared.grid().origin()).isEqualTo(new Vector3(-3, -1, 0));
        assertThat(prepared.channels().get(0))
                .containsExactly(-1000, -1000, -1000, -1000, 2, 3, 4, 5, 12, 13, 14, 15, -1000, -1000, -1000, -1000);
    }

    @Test
    void theBoxAboutTheLargestBrightPartIsCutOutWithItsMargin() {
        // a letter at (0, 0), brighter than the part of 3 × 2 from (3, 2) on
        float[] values = new float[8 * 6];
        values[0] = 200;
        for (int y = 2; y < 4; y++) {
            for (int x = 3; x < 6; x++) {
                values[8 * y + x] = 100;
            }
        }
        Grid grid = new Grid(new Size(8, 6, 1), AXES, new Vector3(1, 1, 1), new Vector3(0, 0, 0));
        Exam exam = Exam.of(new Volume(grid, values));

        Grid seen = new Preparation(viewed(cropped(new Input.Crop.ToBright(0.2, true, 1), 0)))
                .of(exam)
                .grid();

        assertThat(seen).isEqualTo(grid.window(new Vector3(2, 1, 0), new Size(5, 4, 1)));
        assertThat(new Preparation(viewed(cropped(new Input.Crop.ToBright(300, false, 1), 0)))
                        .of(exam)
                        .grid())
                .isEqualTo(grid);
    }

    @Test
    void thePictureOfTheOtherSideIsMirroredAndThatOfThisSideIsNot() {
        Grid grid = new Grid(new Size(3, 1, 1), AXES, new Vector3(2, 1, 1), new Vector3(0, 0, 0));
        Volume image = new Volume(grid, new float[] {1, 2, 3});
        Preparation left = new Preparation(
                viewed(new Input.View(Optional.of(Side.LEFT), new Input.Crop.None(), 0, Input.Interpolation.LINEAR)));

        assertThat(left.of(shown(image, Optional.of(Side.RIGHT))).channels().get(0))
                .containsExactly(3, 2, 1);
        assertThat(left.of(shown(image, Optional.of(Side.LEFT))).channels().get(0))
                .containsExactly(1, 2, 3);
        assertThat(left.of(shown(image, Optional.empty())).channels().get(0)).containsExactly(1, 2, 3);
    }

    private static Exam shown(Volume image, Optional<Side> side) {
        return new Exam(image, List.of(), Map.of(), new Exam.Display(side, () -> image));
    }

    /** Whatever is done to an image before the network sees it, a mask in what it sees comes back voxel by voxel. */
    @Property(tries = 60)
    void aMaskInWhatIsSeenComesBackExactly(
            @ForAll @IntRange(min = 1, max = 40) int extent,
            @ForAll boolean bright,
            @ForAll boolean flip,
            @ForAll long seed) {
        Grid grid = new Grid(
                new Size(9, 7, 5),
                new Axes(new Vector3(0, 0.8, 0.6), new Vector3(0, -0.6, 0.8), new Vector3(1, 0, 0)),
                new Vector3(1.7, 2.3, 3.1),
                new Vector3(-4.2, 11.9, 87.3));
        Random random = new Random(seed);
        float[] values = new float[grid.size().voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? 1 : 0;
        }
        Volume mask = new Volume(grid, values);
        Input.Crop crop = bright
                ? new Input.Crop.ToBright(0, false, extent / 10.0)
                : new Input.Crop.ToExtent(new Vector3(extent, extent + 3, extent + 1));
        Input.View view = new Input.View(
                flip ? Optional.of(Side.LEFT) : Optional.empty(), crop, 0, Input.Interpolation.ANTIALIASED);

        Prepared seen = new Preparation(viewed(view)).of(shown(mask, Optional.of(Side.RIGHT)));
        Volume back = Resampling.linear(new Volume(seen.grid(), seen.channels().get(0)), grid, -1);

        for (int i = 0; i < values.length; i++) {
            if (back.voxels()[i] >= -1e-6) { // within what was seen
                assertThat(back.voxels()[i] >= 0.5).isEqualTo(values[i] >= 0.5);
            }
        }
        long voxels = IntStream.range(0, values.length)
                .filter(i -> back.voxels()[i] > -0.5)
                .count();
        assertThat(voxels).isPositive();
    }
}
