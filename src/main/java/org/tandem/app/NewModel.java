package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Signature;
import org.tandem.inference.tensorflow.SavedModelReader;
import org.tandem.model.ModelName;
import org.tandem.verify.ManifestDraft;

/** What {@code tandem models new} does: a folder for a SavedModel, with a copy of it and a drafted manifest. */
record NewModel(Path savedModel, ModelName name) {

    private static final String FIRST_VERSION = "1.0.0";
    private static final String NETWORK = "saved_model";

    /** Of a name that was given, or that the SavedModel's folder has. */
    static NewModel of(Path savedModel, String given) {
        String name = given.isEmpty() ? nameOf(savedModel.toAbsolutePath().normalize()) : given;
        return new NewModel(savedModel, new ModelName(name, FIRST_VERSION));
    }

    /** The last part of the path, or of NAME/VERSION/saved_model the first of these. */
    private static String nameOf(Path folder) {
        int last = folder.getNameCount() - 1;
        while (last > 0 && isNoName(folder.getName(last).toString())) {
            last--;
        }
        return folder.getName(last).toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static boolean isNoName(String part) {
        return part.equals(NETWORK) || ModelName.isVersion(part);
    }

    /** Writes the manifest, and copies the network unless it lies there already; answers the manifest. */
    Path create(Path models) throws IOException {
        Signature signature = SavedModelReader.serving(savedModel);
        String draft = ManifestDraft.of(name, signature);
        Path folder = models.resolve(name.toString());
        Path manifest = folder.resolve("manifest.yaml");
        if (Files.exists(manifest)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    manifest + ": got one already, expected none; --name NAME names another");
        }
        Path network = folder.resolve(NETWORK);
        if (!Files.exists(network)) {
            copy(network);
        }
        Files.createDirectories(folder);
        return Files.writeString(manifest, draft);
    }

    /** Signatures of the SavedModel that Tandem will not run. */
    Set<String> otherSignatures() {
        Set<String> others = new TreeSet<>(SavedModelReader.read(savedModel).keySet());
        others.remove(SavedModelReader.SERVING);
        return others;
    }

    private void copy(Path network) throws IOException {
        for (Path file : DicomPaths.files(List.of(savedModel))) {
            Path copy = network.resolve(savedModel.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }
}
