package org.tandem.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;

/**
 * The folder of models: {@code <name>/<version>/manifest.yaml}. It is read anew each time, so that a model can be
 * dropped in while the node runs. A model that is broken does not hide the others.
 */
public final class ModelStore {

    private final Path folder;

    public ModelStore(Path folder) {
        this.folder = folder;
    }

    /**
     * What was found in one version's folder: a model, one that waits for its network, or the reason why it is none.
     */
    public sealed interface Entry {
        Path folder();

        record Usable(Model model) implements Entry {
            @Override
            public Path folder() {
                return model.folder();
            }
        }

        /** All but the network. */
        record Vacant(Model model) implements Entry {
            @Override
            public Path folder() {
                return model.folder();
            }
        }

        record Broken(Path folder, String reason) implements Entry {}
    }

    /** Everything in the folder, in the order of names and versions. */
    public List<Entry> list() {
        return subfolders(folder)
                .flatMap(ModelStore::subfolders)
                .filter(ModelStore::isMeantAsVersion)
                .map(ModelStore::read)
                .toList();
    }

    /** The newest usable version of this name. */
    public Optional<Model> newest(String name) {
        return list().stream()
                .filter(Entry.Usable.class::isInstance)
                .map(entry -> ((Entry.Usable) entry).model())
                .filter(model -> model.name().name().equals(name))
                .max(Comparator.comparing(Model::name));
    }

    /**
     * The model of a reference {@code name} (newest version) or {@code name/version}; refuses one that is not there, or
     * whose network is not.
     */
    public Model require(String reference) {
        int slash = reference.indexOf('/');
        if (slash >= 0) {
            return require(reference.substring(0, slash), reference.substring(slash + 1));
        }
        return newest(reference)
                .orElseThrow(() -> refused(
                        reference,
                        vacant(reference)
                                .map(Model::noNetworkYet)
                                .orElse("got no usable version, expected one of " + names())));
    }

    /** The same, with all other models that it needs: members of an ensemble, one whose findings it looks at. */
    public Model requireWithOthers(String reference) {
        Model model = require(reference);
        model.members();
        Optional<Model> region = model.regionModel();
        region.ifPresent(other -> requireWithOthers(other.name().toString()));
        return model;
    }

    /** One version of a model; refuses one that is not there, broken, or without its network. */
    public Model require(String name, String version) {
        Model model = described(name, version);
        if (!model.hasNetwork()) {
            throw refused(name + "/" + version, model.noNetworkYet());
        }
        return model;
    }

    /** The model of a reference, its network there or not; of several versions the newest usable one. */
    public Model described(String reference) {
        int slash = reference.indexOf('/');
        if (slash >= 0) {
            return described(reference.substring(0, slash), reference.substring(slash + 1));
        }
        return newest(reference).or(() -> vacant(reference)).orElseGet(() -> require(reference));
    }

    private Model described(String name, String version) {
        Path versionFolder = folder.resolve(new ModelName(name, version).toString());
        if (!Files.isDirectory(versionFolder)) {
            throw refused(name + "/" + version, "got no such version, expected one of " + versions(name));
        }
        Entry entry = read(versionFolder);
        if (entry instanceof Entry.Broken broken) {
            throw new TandemException(TandemException.Kind.REFUSE, broken.reason());
        }
        return entry instanceof Entry.Usable usable ? usable.model() : ((Entry.Vacant) entry).model();
    }

    /** The newest version of this name that waits for its network. */
    private Optional<Model> vacant(String name) {
        return list().stream()
                .filter(Entry.Vacant.class::isInstance)
                .map(entry -> ((Entry.Vacant) entry).model())
                .filter(model -> model.name().name().equals(name))
                .max(Comparator.comparing(Model::name));
    }

    private TandemException refused(String reference, String why) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Model \"" + reference + "\" in " + folder + ": " + why);
    }

    private List<String> versions(String name) {
        return subfolders(folder.resolve(name))
                .filter(ModelStore::isMeantAsVersion)
                .map(version -> name + "/" + version.getFileName())
                .toList();
    }

    private List<String> names() {
        return list().stream()
                .filter(Entry.Usable.class::isInstance)
                .map(entry -> ((Entry.Usable) entry).model().name().name())
                .distinct()
                .toList();
    }

    private static Entry read(Path versionFolder) {
        try {
            Manifest manifest = ManifestReader.read(versionFolder.resolve("manifest.yaml"));
            Path expected = Path.of(manifest.name().name(), manifest.name().version());
            if (!versionFolder.endsWith(expected)) {
                return new Entry.Broken(
                        versionFolder,
                        versionFolder + ": got a manifest of " + manifest.name() + ", expected it in " + expected);
            }
            Model model = new Model(manifest, versionFolder);
            return model.hasNetwork() ? new Entry.Usable(model) : new Entry.Vacant(model);
        } catch (TandemException e) {
            return new Entry.Broken(versionFolder, String.valueOf(e.getMessage()));
        }
    }

    /** Beside versions there may be other folders, such as a cache of the script that converted the model. */
    private static boolean isMeantAsVersion(Path versionFolder) {
        return ModelName.isVersion(versionFolder.getFileName().toString())
                || Files.exists(versionFolder.resolve("manifest.yaml"));
    }

    private static Stream<Path> subfolders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Folder " + parent + " cannot be listed", e);
        }
    }
}
