package org.tandem.inference.decode;

import java.util.Arrays;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Output;

/** Answers that have a row for each slice or window. */
final class Rows {

    private Rows() {}

    /** The channels of one row. */
    static double[] row(Answers answers, String name, int row) {
        Tensor tensor =
                requireRows(answers.require(name), name, answers.windows().size());
        int channels = tensor.values().length / answers.windows().size();
        double[] values = new double[channels];
        for (int channel = 0; channel < channels; channel++) {
            values[channel] = tensor.values()[row * channels + channel];
        }
        return values;
    }

    private static Tensor requireRows(Tensor tensor, String name, int rows) {
        if (Answers.isSpatial(tensor) || tensor.values().length == 0 || tensor.values().length % rows != 0) {
            throw Layouts.refusal("\"" + name + "\" of shape " + tensor.shape() + ", expected [" + rows
                    + ", channels], a row for each slice or window");
        }
        return tensor;
    }

    /** The channels of all rows together. */
    static double[] pooled(Answers answers, String name, Output.Pooling pooling) {
        int rows = answers.windows().size();
        Tensor tensor = requireRows(answers.require(name), name, rows);
        int channels = tensor.values().length / rows;
        double[] pooled = new double[channels];
        Arrays.fill(pooled, pooling == Output.Pooling.MAX ? Double.NEGATIVE_INFINITY : 0);
        for (int i = 0; i < tensor.values().length; i++) {
            double value = tensor.values()[i];
            int channel = i % channels;
            pooled[channel] =
                    pooling == Output.Pooling.MAX ? Math.max(pooled[channel], value) : pooled[channel] + value / rows;
        }
        return pooled;
    }

    static double at(double[] channels, int channel, String name) {
        if (channel >= channels.length) {
            throw Layouts.refusal(
                    "\"" + name + "\" of " + channels.length + " channels, expected one of index " + channel);
        }
        return channels[channel];
    }
}
