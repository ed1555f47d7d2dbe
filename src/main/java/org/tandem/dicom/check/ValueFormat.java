package org.tandem.dicom.check;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandem.dicom.VR;

/** What a value of each text VR may look like (PS3.5 Table 6.2-1). */
final class ValueFormat {

    private record Format(int maxCharacters, Pattern pattern, String words) {}

    private static final Map<VR, Format> FORMATS = new EnumMap<>(VR.class);
    private static final String TIME = "([01]\\d|2[0-3])([0-5]\\d(([0-5]\\d|60)(\\.\\d{1,6})?)?)?";
    private static final int MAX_NAME_GROUPS = 3;
    private static final int MAX_NAME_COMPONENTS = 5;

    static {
        put(VR.AE, 16, "[ -\\[\\]-~]*", "characters of the default repertoire without backslash");
        put(VR.AS, 4, "\\d{3}[DWMY]", "nnnD, nnnW, nnnM or nnnY");
        put(VR.CS, 16, "[A-Z0-9 _]*", "capital letters, digits, space and underscore");
        put(VR.DA, 8, "\\d{8}", "YYYYMMDD");
        put(VR.DS, 16, " *[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)? *", "a decimal number");
        put(
                VR.DT,
                26,
                "\\d{4}((0[1-9]|1[0-2])((0[1-9]|[12]\\d|3[01])(" + TIME + ")?)?)?([+-]\\d{4})?",
                "YYYYMMDDHHMMSS.FFFFFF&ZZXX");
        put(VR.IS, 12, " *[+-]?\\d+ *", "a whole number");
        put(VR.LO, 64, "[^\\p{Cc}&&[^\\x1B]]*", "text without control characters");
        put(VR.LT, 10240, "(?s).*", "text");
        put(VR.PN, 3 * 64 + 2, "[^\\p{Cc}&&[^\\x1B]]*", "text without control characters");
        put(VR.SH, 16, "[^\\p{Cc}&&[^\\x1B]]*", "text without control characters");
        put(VR.ST, 1024, "(?s).*", "text");
        put(VR.TM, 14, TIME, "HHMMSS.FFFFFF");
        put(VR.UI, 64, "[0-2](\\.(0|[1-9]\\d*))+", "a UID of root 0, 1 or 2 (PS3.5 9.1)");
    }

    private ValueFormat() {}

    private static void put(VR vr, int maxCharacters, String pattern, String words) {
        FORMATS.put(vr, new Format(maxCharacters, Pattern.compile(pattern), words));
    }

    /** What is wrong with one value, padding dropped; empty where nothing is. */
    static Optional<String> wrong(VR vr, String value) {
        Format format = FORMATS.get(vr);
        if (format == null || value.isEmpty()) {
            return Optional.empty();
        }
        int length = value.codePointCount(0, value.length());
        if (length > format.maxCharacters()) {
            return Optional.of("got " + length + " characters, expected at most " + format.maxCharacters());
        }
        if (!format.pattern().matcher(value).matches()) {
            return Optional.of("got \"" + printable(value) + "\", expected " + format.words());
        }
        return switch (vr) {
            case DA -> wrongDate(value);
            case IS -> wrongInteger(value);
            case PN -> wrongName(value);
            default -> Optional.empty();
        };
    }

    private static Optional<String> wrongDate(String value) {
        try {
            int year = Integer.parseInt(value.substring(0, 4));
            LocalDate.of(year, Integer.parseInt(value.substring(4, 6)), Integer.parseInt(value.substring(6)));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("got \"" + value + "\", expected a day of the calendar");
        }
    }

    private static Optional<String> wrongInteger(String value) {
        long number = Long.parseLong(value.strip());
        boolean fits = number == (int) number;
        return fits ? Optional.empty() : Optional.of("got " + number + ", expected a number of 32 bits, signed");
    }

    private static Optional<String> wrongName(String value) {
        String[] groups = value.split("=", -1);
        if (groups.length > MAX_NAME_GROUPS) {
            return Optional.of("got " + groups.length + " component groups, expected at most " + MAX_NAME_GROUPS);
        }
        for (String group : groups) {
            int components = group.split("\\^", -1).length;
            if (components > MAX_NAME_COMPONENTS) {
                return Optional.of("got " + components + " components, expected at most " + MAX_NAME_COMPONENTS);
            }
            if (group.length() > 64) {
                return Optional.of("got " + group.length() + " characters in a group, expected at most 64");
            }
        }
        return Optional.empty();
    }

    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", "·");
    }
}
