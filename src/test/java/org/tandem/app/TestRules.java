package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Rules for what lies in test-dicom, with the models that they name. */
record TestRules(Path models, Path routes) {

    private static final Path TEST_MODELS = Path.of("src", "test", "resources", "models");

    private static final String HEADS_AND_BALLS =
            """
            rules:
              - {name: heads, when: {Modality: {equals: MR}}, model: brain-extraction, destinations: [pacs]}
              - {name: balls, when: {Modality: {equals: CT}}, model: threshold, destinations: [pacs]}
            """;

    private static final String QUICK_HEADS =
            """
            rules:
              - {name: heads, when: {Modality: {equals: MR}}, model: threshold, destinations: [pacs]}
            """;

    /** MR to the model that finds what is bright, in no time. */
    static TestRules quickHeads(Path folder) throws IOException {
        return new TestRules(TEST_MODELS, Files.writeString(folder.resolve("routes.yaml"), QUICK_HEADS));
    }

    /** As shipped: T1-weighted heads to brain extraction. */
    static TestRules shipped() {
        return new TestRules(Path.of("models"), Path.of("conf", "routes.yaml"));
    }

    /** MR to brain extraction; CT to a model of the tests that finds what is bright, in no time. */
    static TestRules headsAndBalls(Path folder) throws IOException {
        Path models = folder.resolve("models");
        copy(Path.of("models", "brain-extraction"), models.resolve("brain-extraction"));
        copy(TEST_MODELS.resolve("threshold"), models.resolve("threshold"));
        return new TestRules(models, Files.writeString(folder.resolve("routes.yaml"), HEADS_AND_BALLS));
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> below = Files.walk(from)) {
            for (Path path : (Iterable<Path>) below::iterator) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
