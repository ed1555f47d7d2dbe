package org.tandem.evaluate.data;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Several labels in one field, with {@code |} between them. */
final class Labels {

    private static final Pattern BETWEEN = Pattern.compile("\\|");

    private Labels() {}

    static Set<String> of(String field) {
        return BETWEEN.splitAsStream(field)
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .collect(Collectors.toSet());
    }
}
