package org.tandem.model;

import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.TandemException;

/** One version of a model: its manifest, and the folder in which its network lies. */
public record Model(Manifest manifest, Path folder) {

    public ModelName name() {
        return manifest.name();
    }

    /** The SavedModel. */
    public Path savedModel() {
        return folder.resolve("saved_model");
    }

    /**
     * What differs from the digests that were published with the model (its file SHA256SUMS), a sentence each; empty if
     * nothing does, or if the model came without digests.
     */
    public List<String> differences() {
        return PublishedDigests.of(folder).differences(path -> true);
    }

    /** Refuses a network whose files are not the published ones, wherever the model came with digests. */
    public void requireIntactNetwork() {
        List<String> differences = PublishedDigests.of(folder).differences(path -> path.startsWith("saved_model"));
        if (!differences.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Model " + name() + ": " + String.join("; ", differences));
        }
    }
}
