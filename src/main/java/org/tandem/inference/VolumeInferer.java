package org.tandem.inference;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.model.Input;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.model.Segment;
import org.tandem.volume.ConnectedComponents;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Resampling;
import org.tandem.volume.Volume;

/**
 * Applies a network to a volume as its manifest says, in this order: turn the axes and resample onto the network's grid
 * (one interpolation), bring the values into range, run, resample the probabilities back onto the source's grid (one
 * interpolation), cut at the threshold there, keep the parts asked for. The mask so lies on the source's own voxels.
 */
final class VolumeInferer implements Inferer {

    private final Manifest manifest;
    private final Pass pass;

    VolumeInferer(Manifest manifest, Pass pass) {
        this.manifest = manifest;
        this.pass = pass;
    }

    @Override
    public Prediction infer(Volume volume) {
        Input input = manifest.input();
        Grid grid = networkGrid(volume.grid(), input);
        Volume prepared = Normalisation.apply(Resampling.linear(volume, grid, 0), input.intensity());
        Map<String, Tensor> answers = pass.over(prepared);
        List<OutputPrediction> outputs = manifest.outputs().stream()
                .map(output -> predict((Output.Segmentation) output, answers, new Grids(grid, volume.grid())))
                .toList();
        return new Prediction(outputs);
    }

    private record Grids(Grid network, Grid source) {}

    private OutputPrediction predict(Output.Segmentation output, Map<String, Tensor> answers, Grids grids) {
        Tensor answer = answers.get(output.tensor());
        if (answer == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + manifest.name() + ", output \"" + output.tensor() + "\": got outputs " + answers.keySet()
                            + " from the network, expected it among them");
        }
        List<PredictedSegment> segments = output.segments().stream()
                .map(segment -> predict(output, segment, probability(segment, answer, grids)))
                .toList();
        return new OutputPrediction.Segmentation(segments);
    }

    private ProbabilityMap probability(Segment segment, Tensor answer, Grids grids) {
        Volume onNetworkGrid = Channels.unpack(
                answer, segment.channel(), grids.network(), manifest.input().layout());
        return () -> Resampling.linear(onNetworkGrid, grids.source(), 0);
    }

    private static PredictedSegment predict(Output.Segmentation output, Segment segment, ProbabilityMap probability) {
        Volume onSourceGrid = probability.onSourceGrid();
        Mask above = new Mask(onSourceGrid.grid(), atLeast(onSourceGrid.voxels(), output.threshold()));
        Mask mask = output.keep() == Output.Keep.LARGEST_COMPONENT ? ConnectedComponents.largest(above) : above;
        return new PredictedSegment(segment, mask, Optional.of(probability));
    }

    private static BitSet atLeast(float[] values, double threshold) {
        BitSet set = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= threshold) {
                set.set(i);
            }
        }
        return set;
    }

    private static Grid networkGrid(Grid source, Input input) {
        Grid turned = input.orientation().map(o -> o.of(source)).orElse(source);
        if (input.sampling() instanceof Input.Sampling.ToVoxels voxels) {
            return turned.resizedTo(voxels.size());
        }
        return input.sampling() instanceof Input.Sampling.ToSpacing spacing
                ? turned.withSpacingNear(spacing.spacingMm())
                : turned;
    }
}
