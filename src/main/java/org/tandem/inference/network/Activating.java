package org.tandem.inference.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.model.Activation;
import org.tandem.model.Output;

/**
 * Applies to the answers what the manifest says is still to be applied; what is spread out has five axes from here on.
 */
public record Activating(TensorFunction inner, List<Output> outputs, Layouts layouts) implements TensorFunction {

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Map<String, Tensor> activated = new HashMap<>();
        inner.run(inputs).forEach((name, answer) -> activated.put(name, layouts.unflattened(answer)));
        for (Output output : outputs) {
            Output.Activated asked = output.activated();
            if (asked.activation() != Activation.NONE) {
                activated.computeIfPresent(asked.tensor(), (name, tensor) -> activate(tensor, asked.activation()));
            }
        }
        return activated;
    }

    private Tensor activate(Tensor tensor, Activation activation) {
        float[] values = tensor.values().clone();
        if (activation == Activation.SIGMOID) {
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (1 / (1 + Math.exp(-values[i])));
            }
        } else {
            softmax(values, tensor);
        }
        return new Tensor(values, tensor.shape());
    }

    private void softmax(float[] values, Tensor tensor) {
        List<Integer> shape = tensor.shape();
        int axis = Answers.isSpatial(tensor) ? layouts.channelAxis() : shape.size() - 1;
        int step = 1;
        for (int extent : shape.subList(axis + 1, shape.size())) {
            step *= extent;
        }
        int block = step * shape.get(axis);
        for (int first = 0; first < values.length; first += block) {
            for (int i = first; i < first + step; i++) {
                softmax(values, i, step, i + block);
            }
        }
    }

    /** Over the values from one place on, a step apart; the largest is taken off first, so that nothing overflows. */
    private static void softmax(float[] values, int from, int step, int end) {
        float largest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < end; i += step) {
            largest = Math.max(largest, values[i]);
        }
        double sum = 0;
        for (int i = from; i < end; i += step) {
            sum += Math.exp(values[i] - largest);
        }
        for (int i = from; i < end; i += step) {
            values[i] = (float) (Math.exp(values[i] - largest) / sum);
        }
    }
}
