package org.tandem.inference;

import java.util.function.BooleanSupplier;

/**
 * A device that networks run on, with the networks that are loaded on it.
 *
 * @param name as people call it
 * @param slots jobs that run on it at once, at most
 * @param models loaded on it; closed by whoever made it
 * @param hasOwnMemory whether its memory is another than the machine's, asked once a network has run on it
 */
public record InferenceDevice(String name, int slots, ModelCache models, BooleanSupplier hasOwnMemory) {

    public InferenceDevice {
        if (slots < 1) {
            throw new IllegalArgumentException("Slots of " + name + ": got " + slots + ", expected at least 1");
        }
    }
}
