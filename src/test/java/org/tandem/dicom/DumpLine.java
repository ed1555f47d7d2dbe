package org.tandem.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One element as a line of a dump tells it, in the words of dcmdump or ours, brought to the same form. */
record DumpLine(String tag, String vr, String value, String length, String multiplicity) {

    private static final Pattern BEGIN = Pattern.compile("^\\s*\\([0-9a-fA-F]{4},[0-9a-fA-F]{4}\\) .*", Pattern.DOTALL);
    private static final Pattern LINE = Pattern.compile(
            "\\s*\\(([0-9a-fA-F]{4}),([0-9a-fA-F]{4})\\) (..) (.*?)\\s+#\\s*(?:([^#,]*),)? ?([0-9]*)[^#]*",
            Pattern.DOTALL);
    private static final List<String> STRUCTURE = List.of("fffee000", "fffee00d", "fffee0dd");

    /** The elements of a dump, without items and delimiters, and without group lengths, which are not kept here. */
    static List<DumpLine> all(String dump) {
        List<DumpLine> lines = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String line : dump.split("\n", -1)) {
            if (pending.isEmpty() && !BEGIN.matcher(line).matches()) {
                continue;
            }
            pending.append(pending.isEmpty() ? "" : "\n").append(line); // dcmdump breaks a text where it has a line end
            Matcher matcher = LINE.matcher(pending);
            if (matcher.matches()) {
                add(lines, matcher);
                pending.setLength(0);
            } else if (line.contains(" # ") && BEGIN.matcher(line).matches()) {
                pending.setLength(0);
            }
        }
        return lines;
    }

    private static void add(List<DumpLine> lines, Matcher matcher) {
        String tag = (matcher.group(1) + matcher.group(2)).toLowerCase(Locale.ROOT);
        if (!STRUCTURE.contains(tag) && !tag.endsWith("0000")) {
            lines.add(new DumpLine(
                    tag, matcher.group(3), value(matcher), String.valueOf(matcher.group(5)), matcher.group(6)));
        }
    }

    private static String value(Matcher matcher) {
        String value = matcher.group(4).strip();
        if (value.startsWith("(no value")) {
            return "";
        }
        if (value.startsWith("(")) {
            return matcher.group(3).equals("AT") ? value.toLowerCase(Locale.ROOT) : "(items)";
        }
        int name = value.lastIndexOf("] =");
        String plain = name > 0 ? value.substring(0, name + 1) : value;
        return plain.replaceAll("\\p{Cntrl}", "·").replaceAll("[· ]+]$", "]");
    }
}
