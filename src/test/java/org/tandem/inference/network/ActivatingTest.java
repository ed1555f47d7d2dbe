package org.tandem.inference.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Activation;
import org.tandem.model.Input.Layout;
import org.tandem.model.Output;

final class ActivatingTest {

    private final float ln3 = (float) Math.log(3);

    @Test
    void aSigmoidIsOfEachNumberAlone() {
        assertThat(apply(Activation.SIGMOID, Layout.NHWC, Tensor.of(new float[] {0, ln3}, 1, 2)))
                .containsExactly(new float[] {.5f, .75f}, within(1e-6f));
    }

    @Test
    void aSoftmaxIsOverTheChannelsWhereverTheyStandAndDoesNotOverflow() {
        float[] expected = {.25f, .75f, .75f, .25f};
        Tensor last = Tensor.of(new float[] {0, ln3, ln3, 0}, 1, 1, 1, 2, 2);
        assertThat(apply(Activation.SOFTMAX, Layout.NDHWC, last)).containsExactly(expected, within(1e-6f));
        Tensor second = Tensor.of(new float[] {0, ln3, ln3, 0}, 1, 2, 1, 1, 2);
        assertThat(apply(Activation.SOFTMAX, Layout.NCDHW, second)).containsExactly(expected, within(1e-6f));
        Tensor rows = Tensor.of(new float[] {1000, 1000 + ln3}, 1, 2);
        assertThat(apply(Activation.SOFTMAX, Layout.NHWC, rows))
                .containsExactly(new float[] {.25f, .75f}, within(1e-4f));
    }

    private static float[] apply(Activation activation, Layout layout, Tensor tensor) {
        Output.Cut cut = new Output.Cut(activation, false, 0.5, Output.Keep.ALL);
        Output output = new Output.Segmentation("p", cut, List.of(), List.of());
        return new Activating(inputs -> Map.of("p", tensor), List.of(output), new Layouts(layout))
                .run(Map.of())
                .get("p")
                .values();
    }
}
