package org.tandem.inference.network;

import org.tandem.model.Model;

/** Loads networks onto the device. */
@FunctionalInterface
public interface Networks {

    /** Loads the network of a model; whoever asks for it closes it. */
    Network load(Model model);
}
