package org.tandem.model;

import java.nio.file.Path;

/** One version of a model: its manifest, and the folder in which its network lies. */
public record Model(Manifest manifest, Path folder) {

    public ModelName name() {
        return manifest.name();
    }

    /** The SavedModel. */
    public Path savedModel() {
        return folder.resolve("saved_model");
    }
}
