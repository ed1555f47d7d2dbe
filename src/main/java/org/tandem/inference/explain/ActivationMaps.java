package org.tandem.inference.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.model.Refinement;
import org.tandem.volume.Grid;
import org.tandem.volume.Resampling;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * What spoke for each class that is present: features, weighted with the gradients of the class's logit by them, where
 * they are positive in sum, over the greatest sum (Grad-CAM, doi:10.1109/ICCV.2017.74). Slices are explained one by
 * one.
 */
public record ActivationMaps(Manifest manifest, Layouts layouts, Refinement.Activation activation)
        implements Explainer {

    @Override
    public List<PredictedMap> explain(Said said) {
        List<PredictedMap> maps = new ArrayList<>();
        for (int i = 0; i < said.outputs().size(); i++) {
            if (manifest.outputs().get(i) instanceof Output.Classification
                    && said.outputs().get(i) instanceof OutputPrediction.Classification classification) {
                classification.classes().stream()
                        .filter(PredictedClass::present)
                        .forEach(present -> maps.add(map(present, said)));
            }
        }
        return maps;
    }

    private PredictedMap map(PredictedClass present, Said said) {
        Tensor features = said.answers().require(activation.features());
        if (!Answers.isSpatial(features)) {
            throw Layouts.refusal("\"" + activation.features() + "\" of shape " + features.shape()
                    + ", expected features that are spread out");
        }
        float[] sums = sums(features, said.answers(), present.labelled().channel());
        float greatest = 0;
        for (float sum : sums) {
            greatest = Math.max(greatest, sum);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = greatest == 0 ? 0 : Math.max(0, sums[i]) / greatest;
        }
        Volume coarse = new Volume(grid(features, said), sums);
        return PredictedMap.of(
                PredictedMap.Kind.CLASS_ACTIVATION,
                present.labelled().meaning(),
                Resampling.linear(coarse, said.grids().source(), 0));
    }

    /** The coarse places over the whole of what the network saw; rows are slices, one after the other. */
    private Grid grid(Tensor features, Said said) {
        List<Integer> dhw = layouts.extents(features);
        int depth = dhw.get(0) * features.shape().get(0);
        return said.grids().network().resizedTo(new Size(dhw.get(2), dhw.get(1), depth));
    }

    private float[] sums(Tensor features, Answers answers, int channel) {
        int rows = features.shape().get(0);
        int count = features.shape().get(layouts.channelAxis());
        Tensor gradients = answers.require(activation.gradients());
        List<Integer> shape = gradients.shape();
        if (shape.size() != 3 || shape.get(0) != rows || shape.get(1) <= channel || shape.get(2) != count) {
            throw Layouts.refusal("\"" + activation.gradients() + "\" of shape " + shape + ", expected [" + rows
                    + ", classes, " + count + "]");
        }
        int places = features.values().length / rows / count;
        float[] sums = new float[rows * places];
        for (int row = 0; row < rows; row++) {
            int first = (row * shape.get(1) + channel) * count;
            for (int place = 0; place < places; place++) {
                int from = row * places * count + (layouts.layout().isChannelLast() ? place * count : place);
                int step = layouts.layout().isChannelLast() ? 1 : places;
                sums[row * places + place] = (float) IntStream.range(0, count)
                        .mapToDouble(k -> gradients.values()[first + k] * features.values()[from + k * step])
                        .sum();
            }
        }
        return sums;
    }
}
