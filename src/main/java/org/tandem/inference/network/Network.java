package org.tandem.inference.network;

import java.util.Map;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;

/** A trained network, loaded: named tensors in, named tensors out. For several threads; closed once by its owner. */
public interface Network extends TensorFunction, AutoCloseable {

    /**
     * Runs the network once.
     *
     * @return every output of the signature by its name
     * @throws org.tandem.dicom.TandemException REFUSE if the tensors are not what the network wants, RETRY if the
     *     device failed
     */
    @Override
    Map<String, Tensor> run(Map<String, Tensor> inputs);

    @Override
    void close();
}
