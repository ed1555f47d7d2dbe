package org.tandem.evaluate.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a data set is, and what of it is true.
 *
 * @param root its folder, or its file
 * @param labels a file with labels, where they do not lie where the layout says
 * @param readers how many readers must have marked something, where a set has several
 */
public record DataSetOptions(Path root, Optional<Path> labels, int readers) {

    /** Of the four readers of LIDC-IDRI, as in LUNA16. */
    public static final int USUAL_READERS = 3;

    public DataSetOptions(Path root, Optional<Path> labels) {
        this(root, labels, USUAL_READERS);
    }
}
