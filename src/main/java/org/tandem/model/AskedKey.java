package org.tandem.model;

import java.util.Optional;

/**
 * A key that a reader of YAML asked for.
 *
 * @param path from the top of the file, {@code []} after a list
 * @param type what its value is, in words
 * @param otherwise what it is where it is not there; empty: the reader's own affair
 */
record AskedKey(String path, String type, Optional<String> otherwise) {

    /** What {@code otherwise} says of a key that has to be there. */
    static final String REQUIRED = "required";

    /** What is known of a key that was asked for twice. */
    AskedKey and(AskedKey other) {
        return new AskedKey(path, type.isEmpty() ? other.type : type, otherwise.or(() -> other.otherwise));
    }
}
