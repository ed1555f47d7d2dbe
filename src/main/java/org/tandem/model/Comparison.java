package org.tandem.model;

import java.util.List;
import java.util.regex.Pattern;

/** What a condition asks of the values of its subject. Only {@link Exists} holds where there are none. */
public sealed interface Comparison {

    boolean holds(List<String> values);

    /** As an explanation writes it. */
    String inWords();

    /** {@code equals: X} and {@code in: [X, Y]}: one of the values is one of these, letter by letter. */
    record In(List<String> allowed) implements Comparison {
        public In {
            allowed = List.copyOf(allowed);
        }

        @Override
        public boolean holds(List<String> values) {
            return values.stream().anyMatch(allowed::contains);
        }

        @Override
        public String inWords() {
            return "one of " + allowed;
        }
    }

    /** {@code regex: P}: the pattern is found in one of the values; letters count in any case. */
    record Regex(Pattern pattern) implements Comparison {
        @Override
        public boolean holds(List<String> values) {
            return values.stream().anyMatch(value -> pattern.matcher(value).find());
        }

        @Override
        public String inWords() {
            return "matching /" + pattern + "/";
        }
    }

    /** {@code range: [low, high]}: the first value is a number from low to high, both included. */
    record Range(double low, double high) implements Comparison {
        @Override
        public boolean holds(List<String> values) {
            try {
                double value = values.isEmpty() ? Double.NaN : Double.parseDouble(values.get(0));
                return value >= low && value <= high;
            } catch (NumberFormatException e) {
                return false;
            }
        }

        @Override
        public String inWords() {
            return "from " + low + " to " + high;
        }
    }

    /** {@code exists: true} or {@code false}: there is a value, or there is none. */
    record Exists(boolean expected) implements Comparison {
        @Override
        public boolean holds(List<String> values) {
            return values.stream().anyMatch(value -> !value.isEmpty()) == expected;
        }

        @Override
        public String inWords() {
            return expected ? "present" : "absent";
        }
    }
}
