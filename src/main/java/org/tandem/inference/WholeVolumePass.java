package org.tandem.inference;

import java.util.Map;
import org.tandem.model.Input;
import org.tandem.volume.Volume;

/** Feeds the whole volume to the network, once. */
record WholeVolumePass(Network network, Input input) implements Pass {

    @Override
    public Map<String, Tensor> over(Volume prepared) {
        return network.run(Map.of(input.tensor(), Channels.pack(prepared, input.layout())));
    }
}
