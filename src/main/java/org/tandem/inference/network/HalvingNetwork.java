package org.tandem.inference.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;

/**
 * Makes a call again in halves where the device has not the memory for all of it, down to one object. What is not a row
 * for each object cannot be put together again, and fails.
 */
public record HalvingNetwork(Network network) implements Network {

    private static final Logger LOG = LoggerFactory.getLogger(HalvingNetwork.class);

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        try {
            return network.run(inputs);
        } catch (DeviceMemoryException e) {
            int rows = inputs.values().stream().mapToInt(Tensor::rows).max().orElse(0);
            if (rows < 2 || inputs.values().stream().anyMatch(tensor -> tensor.rows() != rows)) {
                throw e;
            }
            LOG.warn("The device has not the memory for {} objects in a call, tried again in halves", rows);
            return joined(half(inputs, 0, rows / 2), half(inputs, rows / 2, rows - rows / 2));
        }
    }

    @Override
    public void close() {
        network.close();
    }

    private Half half(Map<String, Tensor> inputs, int from, int count) {
        Map<String, Tensor> some = new HashMap<>();
        inputs.forEach((name, tensor) -> some.put(name, tensor.rows(from, count)));
        return new Half(run(some), count);
    }

    /** Answers to so many objects. */
    private record Half(Map<String, Tensor> answers, int count) {
        Tensor require(String name) {
            Tensor tensor = answers.get(name);
            if (tensor == null || tensor.rows() != count) {
                throw Layouts.refusal("\"" + name + "\" has not a row for each of " + count
                        + " objects, and the device has not the memory for all of them in a call");
            }
            return tensor;
        }
    }

    private static Map<String, Tensor> joined(Half first, Half second) {
        Map<String, Tensor> all = new HashMap<>();
        for (String name : first.answers().keySet()) {
            all.put(name, Tensor.concatenated(List.of(first.require(name), second.require(name))));
        }
        return all;
    }
}
