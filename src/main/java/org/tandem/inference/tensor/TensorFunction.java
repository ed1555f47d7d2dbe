package org.tandem.inference.tensor;

import java.util.Map;

/** Named tensors in, named tensors out: a network, or a technique around networks. For several threads. */
@FunctionalInterface
public interface TensorFunction {

    /** Every output by its name. */
    Map<String, Tensor> run(Map<String, Tensor> inputs);
}
