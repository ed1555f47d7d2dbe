package org.tandem.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.inference.Spheres;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Activation;
import org.tandem.model.Input.Layout;
import org.tandem.model.Output;
import org.tandem.model.Segment;
import org.tandem.volume.Grid;

final class SegmentationDecoderTest {

    private final Grid grid = Spheres.grid(3, 1, 1);

    /** Three voxels, channels background, one, two. */
    private final Tensor probabilities =
            Tensor.of(new float[] {.1f, .5f, .4f, .2f, .2f, .6f, .8f, .1f, .1f}, 1, 1, 1, 3, 3);

    @Test
    void anExclusiveVoxelBelongsToTheMostProbableChannelAndToNoSegmentWhereThatIsTheBackground() {
        List<PredictedSegment> segments = decode(true, 0.5, 1, 2);
        assertThat(segments.get(0).mask().voxels().stream()).containsExactly(0);
        assertThat(segments.get(1).mask().voxels().stream()).containsExactly(1);
    }

    @Test
    void otherwiseSegmentsMayOverlap() {
        List<PredictedSegment> segments = decode(false, 0.4, 1, 2);
        assertThat(segments.get(0).mask().voxels().stream()).containsExactly(0);
        assertThat(segments.get(1).mask().voxels().stream()).containsExactly(0, 1);
    }

    @Test
    void aSegmentOfAChannelThatTheNetworkHasNotIsRefused() {
        assertThatThrownBy(() -> decode(true, 0.5, 3)).hasMessageContaining("of 3 channels, expected at most");
    }

    private List<PredictedSegment> decode(boolean exclusive, double threshold, int... channels) {
        Code code = Code.of("SCT 1 A");
        List<Segment> segments = java.util.Arrays.stream(channels)
                .mapToObj(channel -> new Segment(channel, "S" + channel, code, code))
                .toList();
        Output.Cut cut = new Output.Cut(Activation.NONE, exclusive, threshold, Output.Keep.ALL);
        Output.Segmentation output = new Output.Segmentation("p", cut, segments, List.of());
        Answers answers = new Answers(Map.of("p", probabilities), List.of(new Window(0, 0, 0)), grid.size());
        OutputPrediction said = new SegmentationDecoder(output, new Layouts(Layout.NDHWC))
                .decode(answers, new Answers.Grids(grid, grid));
        return ((OutputPrediction.Segmentation) said).segments();
    }
}
