package org.tandem.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.model.Composition;
import org.tandem.model.Condition;
import org.tandem.model.Input;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
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
}
