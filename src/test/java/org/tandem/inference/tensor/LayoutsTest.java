package org.tandem.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.TandemException;
import org.tandem.inference.Spheres;
import org.tandem.model.Input.Layout;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

final class LayoutsTest {

    private final Grid grid = Spheres.grid(3, 1, 1);

    @Test
    void theAxesOfATensorAreDepthHeightWidthAndSlicesHaveNoDepth() {
        Size size = new Size(4, 3, 1);
        assertThat(new Layouts(Layout.NDHWC).shape(5, size, 2)).isEqualTo(List.of(5, 1, 3, 4, 2));
        assertThat(new Layouts(Layout.NCDHW).shape(5, size, 2)).isEqualTo(List.of(5, 2, 1, 3, 4));
        assertThat(new Layouts(Layout.NHWC).shape(5, size, 2)).isEqualTo(List.of(5, 3, 4, 2));
        assertThat(new Layouts(Layout.NCHW).shape(5, size, 2)).isEqualTo(List.of(5, 2, 3, 4));
    }

    @Test
    void anAnswerToSlicesGetsADepthOfOne() {
        Tensor answer = Tensor.of(new float[24], 2, 3, 4, 1);
        assertThat(new Layouts(Layout.NHWC).unflattened(answer).shape()).isEqualTo(List.of(2, 1, 3, 4, 1));
        assertThat(new Layouts(Layout.NCHW).unflattened(answer).shape()).isEqualTo(List.of(2, 3, 1, 4, 1));
        assertThat(new Layouts(Layout.NDHWC).unflattened(answer)).isSameAs(answer);
    }

    @Test
    void aChannelIsTheLastOrTheSecondAxis() {
        Tensor last = Tensor.of(new float[] {0, .1f, .2f, .3f, .4f, .5f}, 1, 1, 1, 3, 2);
        assertThat(new Layouts(Layout.NDHWC).probability(last, 1, grid).voxels())
                .containsExactly(.1f, .3f, .5f);
        Tensor second = Tensor.of(new float[] {0, .1f, .2f, .3f, .4f, .5f}, 1, 2, 1, 1, 3);
        assertThat(new Layouts(Layout.NCDHW).probability(second, 1, grid).voxels())
                .containsExactly(.3f, .4f, .5f);
    }

    @Test
    void anAnswerOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> unpack(Tensor.of(new float[2], 1, 1, 1, 2, 1), 0))
                .isInstanceOf(TandemException.class)
                .hasMessage("Output of the network: got shape [1, 1, 1, 2, 1], expected [1, 1, 1, 3, 1]");
        assertThatThrownBy(() -> unpack(Tensor.of(new float[3], 3), 0)).hasMessageContaining("got shape [3]");
        assertThatThrownBy(() -> unpack(Tensor.of(new float[3], 1, 1, 1, 3, 1), 1))
                .hasMessageContaining("got 1 channels, expected one of index 1");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, -4.5f, 1.1f})
    void whatIsNoProbabilityIsRefusedRatherThanCountedAsNothingFound(float value) {
        assertThatThrownBy(() -> unpack(Tensor.of(new float[] {0, value, 1}, 1, 1, 1, 3, 1), 0))
                .hasMessageContaining("got the value " + value + ", expected probabilities from 0 to 1");
    }

    private Volume unpack(Tensor tensor, int channel) {
        return new Layouts(Layout.NDHWC).probability(tensor, channel, grid);
    }
}
