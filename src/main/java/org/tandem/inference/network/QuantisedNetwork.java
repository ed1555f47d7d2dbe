package org.tandem.inference.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.inference.tensor.Tensor;
import org.tandem.model.Quantisation;

/** A network of whole numbers that is fed, and answers, with what they mean. */
record QuantisedNetwork(Network network, List<Quantisation> quantised) implements Network {

    /** Of one number. */
    @FunctionalInterface
    private interface Conversion {
        float of(Quantisation quantisation, float value);
    }

    QuantisedNetwork {
        quantised = List.copyOf(quantised);
    }

    /** Around a network that has such tensors; else the network itself. */
    static Network around(Network network, List<Quantisation> quantised) {
        return quantised.isEmpty() ? network : new QuantisedNetwork(network, quantised);
    }

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        return mapped(network.run(mapped(inputs, Quantisation::quantised)), Quantisation::meaning);
    }

    @Override
    public void close() {
        network.close();
    }

    private Map<String, Tensor> mapped(Map<String, Tensor> tensors, Conversion conversion) {
        Map<String, Tensor> mapped = new HashMap<>(tensors);
        for (Quantisation one : quantised) {
            mapped.computeIfPresent(one.tensor(), (name, tensor) -> {
                float[] values = new float[tensor.values().length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = conversion.of(one, tensor.values()[i]);
                }
                return new Tensor(values, tensor.shape());
            });
        }
        return mapped;
    }
}
