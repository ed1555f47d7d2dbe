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

    /** What was found in one version's folder: a model, or the reason why it is none. */
    public sealed interface Entry {
        Path folder();

        record Usable(Model model) implements Entry {
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
     * The model of a reference {@code name} (newest version) or {@code name/version}; refuses one that is not there.
     */
    public Model require(String reference) {
        int slash = reference.indexOf('/');
        if (slash >= 0) {
            return require(reference.substring(0, slash), reference.substring(slash + 1));
        }
        return newest(reference)
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "Model \"" + reference + "\" in " + folder + ": got no usable version, expected one of "
                                + names()));
    }

    private List<String> names() {
        return list().stream()
                .filter(Entry.Usable.class::isInstance)
                .map(entry -> ((Entry.Usable) entry).model().name().name())
                .distinct()
                .toList();
    }

    /** One version of a model; refuses one that is not there or broken. */
    public Model require(String name, String version) {
        Path versionFolder = folder.resolve(new ModelName(name, version).toString());
        Entry entry = read(versionFolder);
        if (entry instanceof Entry.Usable usable) {
            return usable.model();
        }
        throw new TandemException(TandemException.Kind.REFUSE, ((Entry.Broken) entry).reason());
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
            return new Entry.Usable(new Model(manifest, versionFolder));
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
