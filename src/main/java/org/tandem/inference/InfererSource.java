package org.tandem.inference;

import org.tandem.model.Model;

/** Where the inferers of models come from: the networks that are loaded on a device, or several devices. */
@FunctionalInterface
public interface InfererSource {

    /** The model's inferer, its network loaded when it is asked something. For several threads. */
    Inferer inferer(Model model);
}
