package org.tandem.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that are kept: seeds from which a search begins, and all that was once found. */
final class FuzzCorpus {

    private static final Path ROOT = Path.of("src", "test", "resources", "org", "tandem", "fuzz");

    private FuzzCorpus() {}

    /** The folder of a target. */
    static Path folder(FuzzTarget target) {
        return ROOT.resolve(target.name().toLowerCase(java.util.Locale.ROOT));
    }

    static List<Path> files(FuzzTarget target) throws IOException {
        try (Stream<Path> files = Files.list(folder(target))) {
            return files.sorted().toList();
        }
    }
}
