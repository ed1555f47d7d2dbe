package org.tandem.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * One version of a model: its manifest, and the folder in which its network lies.
 *
 * @param network name of the SavedModel's folder there
 */
public record Model(Manifest manifest, Path folder, String network) {

    /** The folder of the SavedModel, where the manifest does not say otherwise. */
    private static final String NETWORK = "saved_model";

    /** With the network that there is; of an ensemble, the first one that lies here. */
    public Model(Manifest manifest, Path folder) {
        this(manifest, folder, firstNetwork(manifest));
    }

    private static String firstNetwork(Manifest manifest) {
        return manifest.ensemble().stream()
                .flatMap(ensemble -> ensemble.members().stream())
                .filter(member -> member.startsWith(NETWORK))
                .findFirst()
                .orElse(NETWORK);
    }

    public ModelName name() {
        return manifest.name();
    }

    /** The SavedModel. */
    public Path savedModel() {
        return folder.resolve(network);
    }

    /** The networks that are asked together: those of the ensemble, or the one there is. */
    public List<Model> members() {
        return manifest.ensemble()
                .map(ensemble -> ensemble.members().stream().map(this::member).toList())
                .orElse(List.of(this));
    }

    /** A member of the ensemble by the name that the manifest has for it; refuses another model that is not there. */
    public Model member(String name) {
        if (name.startsWith(NETWORK)) {
            return new Model(manifest, folder, name);
        }
        Model other = beside().require(name);
        if (other.manifest().ensemble().isPresent()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Model " + name() + ", ensemble.members: got " + name + ", an ensemble itself, expected a model of"
                            + " one network");
        }
        return other;
    }

    /** The model whose findings this one looks at, if there is one; refuses models that wait for one another. */
    public Optional<Model> regionModel() {
        Set<ModelName> before = new LinkedHashSet<>();
        for (Optional<Model> model = Optional.of(this);
                model.isPresent();
                model = model.get().nextRegionModel()) {
            if (!before.add(model.get().name())) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "Model " + name() + ", region_of: got " + before
                                + " that wait for one another, expected an end");
            }
        }
        return nextRegionModel();
    }

    private Optional<Model> nextRegionModel() {
        return manifest.region().map(region -> beside().require(region.model()));
    }

    /** The folder of models that this one lies in. */
    public ModelStore beside() {
        return new ModelStore(folder.resolve("../..").normalize());
    }

    /** Size of the SavedModel. */
    public long bytes() {
        try (Stream<Path> files = Files.walk(savedModel())) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException e) {
            return 0; // loading it will say why
        }
    }

    /** Whether the network is there: a manifest and a card may come first. An ensemble has those of its members. */
    public boolean hasNetwork() {
        return manifest.ensemble().isPresent() || Files.isDirectory(savedModel());
    }

    /** What {@code README.md} beside a manifest without a network is asked about. */
    public String noNetworkYet() {
        return "no network yet: put a SavedModel into " + savedModel() + " (" + folder.resolve("README.md")
                + " says which, and how to measure it)";
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
        List<String> differences = PublishedDigests.of(folder).differences(path -> path.startsWith(network));
        if (!differences.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "Model " + name() + ": " + String.join("; ", differences));
        }
    }
}
