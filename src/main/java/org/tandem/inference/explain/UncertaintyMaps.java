package org.tandem.inference.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.model.Segment;
import org.tandem.volume.Grid;
import org.tandem.volume.Resampling;
import org.tandem.volume.Volume;

/**
 * How unsure segmentations are of each voxel, 0 to 1: the entropy of the probabilities over the greatest that it can
 * be, of channels that exclude each other together, otherwise of each segment alone; and, where several views or
 * networks were asked, how far they differ: twice the standard deviation of each segment's probability, for half of
 * them saying 0 and half of them 1 differ by 0.5.
 */
public record UncertaintyMaps(Manifest manifest, Layouts layouts) implements Explainer {

    @Override
    public List<PredictedMap> explain(Said said) {
        return manifest.outputs().stream()
                .filter(Output.Segmentation.class::isInstance)
                .map(Output.Segmentation.class::cast)
                .flatMap(output -> Stream.concat(entropies(output, said), differences(output, said)))
                .toList();
    }

    private Stream<PredictedMap> entropies(Output.Segmentation output, Said said) {
        Tensor answer = said.answers().require(output.tensor());
        Grid grid = said.grids().network();
        if (!output.cut().exclusive()) {
            return output.segments().stream()
                    .map(segment -> map("Uncertainty of ", segment.label(), alone(answer, segment, grid), said));
        }
        List<String> labels = output.segments().stream().map(Segment::label).toList();
        return Stream.of(map("Uncertainty of ", String.join(", ", labels), together(answer, grid), said));
    }

    private Stream<PredictedMap> differences(Output.Segmentation output, Said said) {
        return said.answers()
                .variance(output.tensor())
                .map(variance -> output.segments().stream()
                        .map(segment ->
                                map("Disagreement on ", segment.label(), deviation(variance, segment, said), said)))
                .orElseGet(Stream::of);
    }

    private static PredictedMap map(String what, String label, Volume values, Said said) {
        return new PredictedMap(
                PredictedMap.Kind.UNCERTAINTY,
                what + label,
                Resampling.linear(values, said.grids().source(), 0));
    }

    private Volume deviation(Tensor variance, Segment segment, Said said) {
        Volume volume =
                layouts.probability(variance, segment.channel(), said.grids().network());
        float[] values = volume.voxels().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.min(1, 2 * Math.sqrt(values[i]));
        }
        return new Volume(volume.grid(), values);
    }

    private Volume together(Tensor answer, Grid grid) {
        int channels = layouts.channels(answer, 1, grid.size());
        List<float[]> all = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            all.add(layouts.probability(answer, channel, grid).voxels());
        }
        float[] entropy = new float[grid.size().voxels()];
        for (int i = 0; i < entropy.length; i++) {
            double sum = 0;
            for (float[] channel : all) {
                sum += term(channel[i]);
            }
            entropy[i] = (float) (sum / Math.log(Math.max(2, channels)));
        }
        return new Volume(grid, entropy);
    }

    private Volume alone(Tensor answer, Segment segment, Grid grid) {
        float[] values = layouts.probability(answer, segment.channel(), grid).voxels();
        float[] entropy = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            entropy[i] = (float) ((term(values[i]) + term(1 - values[i])) / Math.log(2));
        }
        return new Volume(grid, entropy);
    }

    private static double term(double probability) {
        return probability > 0 && probability < 1 ? -probability * Math.log(probability) : 0;
    }
}
