package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the pictures below a folder by their name without suffix: sets are often stored in other formats than named.
 */
final class PictureIndex {

    private final Path root;
    private final Map<String, Path> byStem = new HashMap<>();

    private PictureIndex(Path root) {
        this.root = root;
    }

    static PictureIndex of(Path root) throws IOException {
        PictureIndex index = new PictureIndex(root);
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Pictures::isPicture)
                    .sorted()
                    .forEach(file ->
                            index.byStem.putIfAbsent(stem(file.getFileName().toString()), file));
        }
        return index;
    }

    /** The picture of this name, whatever its suffix and folder. */
    Optional<Path> find(String name) {
        return Optional.ofNullable(byStem.get(stem(name)));
    }

    /** The path of a file in the set, with slashes on every system. */
    String id(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static String stem(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.replaceFirst("(?i)\\.(png|jpe?g|bmp|gif)$", "");
    }
}
