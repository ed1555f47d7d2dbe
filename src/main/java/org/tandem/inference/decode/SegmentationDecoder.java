package org.tandem.inference.decode;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.ProbabilityMap;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Output;
import org.tandem.model.Segment;
import org.tandem.volume.ConnectedComponents;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Resampling;
import org.tandem.volume.Volume;

/**
 * Masks from probabilities: resampled onto the source's grid (one interpolation), cut there, so that a mask lies on the
 * source's own voxels; then the parts asked for are kept.
 */
record SegmentationDecoder(Output.Segmentation output, Layouts layouts) implements Decoder {

    @Override
    public OutputPrediction decode(Answers answers, Answers.Grids grids) {
        Tensor answer = answers.require(output.tensor());
        if (!output.cut().exclusive()) {
            return new OutputPrediction.Segmentation(output.segments().stream()
                    .map(segment -> {
                        ProbabilityMap map = probability(answer, segment.channel(), grids);
                        return segment(segment, atLeast(map.onSourceGrid()), map);
                    })
                    .toList());
        }
        Grid source = grids.source();
        byte[] winners = winners(answer, grids);
        return new OutputPrediction.Segmentation(output.segments().stream()
                .map(segment -> {
                    Mask mask = mask(source, voxel -> winners[voxel] == segment.channel());
                    return segment(segment, mask, probability(answer, segment.channel(), grids));
                })
                .toList());
    }

    private ProbabilityMap probability(Tensor answer, int channel, Answers.Grids grids) {
        Volume onNetworkGrid = layouts.probability(answer, channel, grids.network());
        return () -> Resampling.linear(onNetworkGrid, grids.source(), 0);
    }

    private PredictedSegment segment(Segment segment, Mask above, ProbabilityMap map) {
        boolean largest = output.cut().keep() == Output.Keep.LARGEST_COMPONENT;
        Mask mask = largest ? ConnectedComponents.largest(above) : above;
        return new PredictedSegment(segment, mask, Optional.of(map));
    }

    private Mask atLeast(Volume probability) {
        float[] values = probability.voxels();
        return mask(probability.grid(), voxel -> values[voxel] >= output.threshold());
    }

    private static Mask mask(Grid grid, IntPredicate isIn) {
        int count = grid.size().voxels();
        BitSet set = new BitSet(count);
        for (int i = 0; i < count; i++) {
            if (isIn.test(i)) {
                set.set(i);
            }
        }
        return new Mask(grid, set);
    }

    /** The most probable channel of each voxel, −1 outside the network's view; one channel in memory at a time. */
    private byte[] winners(Tensor answer, Answers.Grids grids) {
        int channels = layouts.channels(answer, 1, grids.network().size());
        requireKnown(channels);
        byte[] winners = new byte[grids.source().size().voxels()];
        float[] best = new float[winners.length];
        Arrays.fill(winners, (byte) -1);
        for (int channel = 0; channel < channels; channel++) {
            float[] values = probability(answer, channel, grids).onSourceGrid().voxels();
            for (int i = 0; i < best.length; i++) {
                if (values[i] > best[i]) {
                    best[i] = values[i];
                    winners[i] = (byte) channel;
                }
            }
        }
        return winners;
    }

    private void requireKnown(int channels) {
        List<Integer> asked = output.segments().stream().map(Segment::channel).toList();
        if (channels > Byte.MAX_VALUE || asked.stream().anyMatch(channel -> channel >= channels)) {
            throw Layouts.refusal("\"" + output.tensor() + "\" of " + channels + " channels, expected at most "
                    + Byte.MAX_VALUE + ", and each of " + asked + " among them");
        }
    }
}
