package org.tandem.dicom.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.TandemException;

/**
 * When an attribute of Type 1C or 2C is required (PS3.5 7.4.2), as the tables write it: a choice ("or") of conjunctions
 * ("and") of {@code present X}, {@code absent X}, {@code X = a|b}, {@code X != a|b}, {@code X > n}; {@code X[2]} is one
 * value of several.
 *
 * @param text as the table writes it
 * @param choices one of these has to hold, each in all its parts
 */
record Requirement(String text, List<List<Clause>> choices) {

    private static final Pattern COMPARISON = Pattern.compile("(\\w+)(?:\\[(\\d+)])? (=|!=|>) (.+)");

    /** One comparison with the first attribute of this name around. */
    record Clause(int tag, int number, String sign, List<String> values) {

        boolean holds(Scope scope) {
            Optional<DataSet> holder = scope.holder(tag);
            return switch (sign) {
                case "present" -> holder.isPresent();
                case "absent" -> holder.isEmpty();
                default -> holder.isPresent() && compares(holder.get());
            };
        }

        private boolean compares(DataSet dataSet) {
            if (sign.equals(">")) {
                return dataSet.decimal(tag).orElse(0) > Double.parseDouble(values.get(0));
            }
            List<String> all = AllowedValues.texts(dataSet, tag);
            String value = number <= all.size() ? all.get(number - 1) : "";
            return sign.equals("=") == values.contains(value);
        }
    }

    Requirement {
        choices = List.copyOf(choices);
    }

    static Requirement of(String text) {
        return new Requirement(
                text,
                Arrays.stream(text.split(" or ", -1))
                        .map(choice -> Arrays.stream(choice.split(" and ", -1))
                                .map(Requirement::clause)
                                .toList())
                        .toList());
    }

    /** For people: "PixelSpacing is absent". */
    String words() {
        return text.replaceAll("(present|absent) (\\S+)", "$2 is $1").replace("|", " or ");
    }

    boolean holds(Scope scope) {
        for (List<Clause> parts : choices) {
            if (holdAll(parts, scope)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdAll(List<Clause> parts, Scope scope) {
        for (Clause part : parts) {
            if (!part.holds(scope)) {
                return false;
            }
        }
        return true;
    }

    private static Clause clause(String words) {
        String[] parts = words.split(" ", 2);
        if (parts[0].equals("present") || parts[0].equals("absent")) {
            return new Clause(tag(parts[1], words), 1, parts[0], List.of());
        }
        Matcher comparison = COMPARISON.matcher(words);
        if (!comparison.matches()) {
            throw new TandemException(TandemException.Kind.BUG, "Not a condition: \"" + words + "\"");
        }
        int number = comparison.group(2) == null ? 1 : Integer.parseInt(comparison.group(2));
        List<String> values = List.of(comparison.group(4).split("\\|", -1));
        return new Clause(tag(comparison.group(1), words), number, comparison.group(3), values);
    }

    private static int tag(String keyword, String words) {
        return Dictionary.tag(keyword)
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.BUG, "No attribute " + keyword + " in the condition \"" + words + "\""));
    }
}
