package org.tandem.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits and trims decoded text values (PS3.5 6.2, 6.4). */
final class TextValues {

    private TextValues() {}

    /** The values of a decoded text; leading spaces stay where they are significant (LT, ST, UT). */
    static List<String> split(String decoded, VR vr) {
        if (vr.kind() == VR.Kind.LONG_TEXT || vr.kind() == VR.Kind.ASCII_LONG) {
            String text = stripTrailing(decoded);
            return text.isEmpty() ? List.of() : List.of(text);
        }
        List<String> values = new ArrayList<>();
        for (String value : decoded.split("\\\\", -1)) {
            values.add(stripTrailing(value).stripLeading());
        }
        return values.size() == 1 && values.get(0).isEmpty() ? List.of() : List.copyOf(values);
    }

    /** Those of the values that are numbers; a decimal comma is understood. */
    static double[] numbers(List<String> values) {
        return values.stream()
                .map(TextValues::number)
                .filter(d -> !Double.isNaN(d))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value.replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String stripTrailing(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == '\0' || text.charAt(end - 1) == ' ')) {
            end--;
        }
        return text.substring(0, end);
    }

    static String join(String... values) {
        return String.join("\\", Arrays.asList(values));
    }
}
