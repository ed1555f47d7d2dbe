package org.tandem.inference.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandem.inference.decode.ClassificationDecoder;
import org.tandem.inference.input.Prepared;
import org.tandem.inference.input.Statistics;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Window;
import org.tandem.inference.window.Pass;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.model.Refinement;
import org.tandem.volume.Resampling;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * What mattered for each class that is present: parts of the image are covered with its mean, one after the other, and
 * the map is how much less probable the class became where it was covered, over the greatest such loss
 * (doi:10.1007/978-3-319-10590-1_53). Costs a run of the network for each part.
 */
public record OcclusionMaps(Manifest manifest, Pass pass, Refinement.Occlusion occlusion) implements Explainer {

    @Override
    public List<PredictedMap> explain(Said said) {
        List<Loss> losses = losses(said);
        if (losses.isEmpty()) {
            return List.of();
        }
        Size size = said.prepared().grid().size();
        for (Window at : parts(size)) {
            Answers covered = pass.over(covered(said.prepared(), at));
            losses.forEach(loss -> loss.add(at, covered));
        }
        return losses.stream().map(loss -> loss.map(said.grids())).toList();
    }

    private List<Loss> losses(Said said) {
        List<Loss> losses = new ArrayList<>();
        for (int i = 0; i < said.outputs().size(); i++) {
            if (manifest.outputs().get(i) instanceof Output.Classification output
                    && said.outputs().get(i) instanceof OutputPrediction.Classification before) {
                for (int c = 0; c < before.classes().size(); c++) {
                    if (before.classes().get(c).present()) {
                        losses.add(new Loss(
                                output,
                                c,
                                before.classes().get(c),
                                said.grids().network().size()));
                    }
                }
            }
        }
        return losses;
    }

    private List<Window> parts(Size size) {
        List<Window> parts = new ArrayList<>();
        for (int z = 0; z < size.z(); z += occlusion.step()) {
            for (int y = 0; y < size.y(); y += occlusion.step()) {
                for (int x = 0; x < size.x(); x += occlusion.step()) {
                    parts.add(new Window(x, y, z));
                }
            }
        }
        return parts;
    }

    private Prepared covered(Prepared prepared, Window at) {
        Size size = prepared.grid().size();
        return new Prepared(
                prepared.grid(),
                prepared.channels().stream()
                        .map(channel -> {
                            float[] values = channel.clone();
                            float mean = (float) Statistics.of(channel).mean();
                            rows(size, at, (from, to) -> Arrays.fill(values, from, to, mean));
                            return values;
                        })
                        .toList());
    }

    private interface Row {
        void at(int from, int to);
    }

    /** Each row of voxels of a part, cut off at the border. */
    private void rows(Size size, Window at, Row row) {
        int edge = occlusion.edge();
        for (int z = at.z(); z < Math.min(size.z(), at.z() + edge); z++) {
            for (int y = at.y(); y < Math.min(size.y(), at.y() + edge); y++) {
                row.at(size.offset(at.x(), y, z), size.offset(Math.min(size.x(), at.x() + edge) - 1, y, z) + 1);
            }
        }
    }

    /** The loss of one class, the mean of all parts over each voxel. */
    private final class Loss {
        private final ClassificationDecoder decoder;
        private final int index;
        private final PredictedClass before;
        private final Size size;
        private final float[] sums;
        private final int[] counts;

        Loss(Output.Classification output, int index, PredictedClass before, Size size) {
            this.decoder = new ClassificationDecoder(output);
            this.index = index;
            this.before = before;
            this.size = size;
            this.sums = new float[size.voxels()];
            this.counts = new int[size.voxels()];
        }

        void add(Window at, Answers covered) {
            double now = decoder.classes(covered).get(index).probability();
            float loss = (float) Math.max(0, before.probability() - now);
            rows(size, at, (from, to) -> {
                for (int i = from; i < to; i++) {
                    sums[i] += loss;
                    counts[i]++;
                }
            });
        }

        PredictedMap map(Answers.Grids grids) {
            float greatest = 0;
            float[] means = new float[sums.length];
            for (int i = 0; i < means.length; i++) {
                means[i] = counts[i] == 0 ? 0 : sums[i] / counts[i];
                greatest = Math.max(greatest, means[i]);
            }
            for (int i = 0; i < means.length; i++) {
                means[i] = greatest == 0 ? 0 : means[i] / greatest;
            }
            return PredictedMap.of(
                    PredictedMap.Kind.SALIENCY,
                    before.labelled().meaning(),
                    Resampling.linear(new Volume(grids.network(), means), grids.source(), 0));
        }
    }
}
