package org.tandem.evaluate.data;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a data set is.
 *
 * @param root its folder, or its file
 * @param labels a file with labels, where they do not lie where the layout says
 */
public record DataSetOptions(Path root, Optional<Path> labels) {}
