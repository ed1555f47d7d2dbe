package org.tandem.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares two dumps of one file element by element. */
final class DumpComparison {

    private static final Set<String> FLOATS = Set.of("FL", "FD", "OF", "OD");

    private DumpComparison() {}

    static List<String> differences(String file, List<DumpLine> ours, List<DumpLine> theirs) {
        List<DumpLine> mine = comparable(ours);
        List<DumpLine> others = comparable(theirs);
        List<String> differences = new ArrayList<>();
        int at = 0;
        for (DumpLine their : others) {
            DumpLine our = at < mine.size() ? mine.get(at++) : null;
            if (our == null || !our.tag().equals(their.tag())) {
                differences.add(file + ": ours " + our + ", dcmdump's " + their);
                return differences; // out of step: the rest would only repeat it
            }
            if (!same(our, their)) {
                differences.add(file + ": ours " + our + ", dcmdump's " + their);
            }
            if (our.vr().equals("SQ") && their.vr().equals("UN")) { // known here: the items are not in their dump
                String next = next(others, their);
                while (at < mine.size() && !mine.get(at).tag().equals(next)) {
                    at++;
                }
            }
        }
        if (at < mine.size()) {
            differences.add(file + ": ours " + mine.get(at) + ", dcmdump's nothing");
        }
        return differences;
    }

    private static String next(List<DumpLine> lines, DumpLine line) {
        int next = lines.indexOf(line) + 1;
        return next < lines.size() ? lines.get(next).tag() : "";
    }

    /** Told to write UTF-8, dcmdump also changes Specific Character Set, or adds it. */
    private static List<DumpLine> comparable(List<DumpLine> lines) {
        return lines.stream().filter(line -> !line.tag().equals("00080005")).toList();
    }

    /**
     * Whether they agree, but for what dcmtk does in its own way: it shows the name of a UID instead of its value; has
     * private dictionaries, and "??" where they say nothing; keeps UN although it knows the element, as PS3.5 6.2.2
     * allows; calls offsets of DICOMDIR "up"; says OB of all encapsulated pixel data (PS3.5 A.4); counts one value in
     * an empty OB, OF or OW; and gives the length of text after it was converted to UTF-8.
     */
    private static boolean same(DumpLine our, DumpLine their) {
        boolean items = our.value().equals("(items)") && their.value().equals("(items)");
        boolean onlyOneKnows = our.vr().equals("UN") || their.vr().equals("UN");
        if (items || onlyOneKnows) {
            return items || our.value().equals("(items)") || our.length().equals(their.length());
        }
        boolean sameVr = our.vr().equals(their.vr())
                || (our.vr().equals("UL") && their.vr().equals("up"));
        boolean named = their.value().startsWith("=");
        boolean converted = !our.value().chars().allMatch(c -> c < 0x80);
        boolean emptyBulk = our.vr().startsWith("O") && our.value().isEmpty();
        return sameVr
                && (named || sameValue(our, their))
                && (converted || our.length().equals(their.length()))
                && (emptyBulk || our.multiplicity().equals(their.multiplicity()));
    }

    private static boolean sameValue(DumpLine our, DumpLine their) {
        if (!FLOATS.contains(our.vr()) || our.value().isEmpty()) {
            return our.value().equals(their.value());
        }
        String[] mine = our.value().split("\\\\");
        String[] others = their.value().split("\\\\");
        for (int i = 0; i < mine.length; i++) {
            if (mine.length != others.length || !sameNumber(mine[i], others[i])) {
                return false;
            }
        }
        return true;
    }

    /** It shows floats with 9 digits and doubles with 17, of which the last may be rounded otherwise. */
    private static boolean sameNumber(String one, String other) {
        double a = number(one);
        double b = number(other);
        return (float) a == (float) b || Math.abs(a - b) <= 1e-6 * Math.abs(a);
    }

    private static double number(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (word.contains("nan")) {
            return 0;
        }
        return word.contains("inf") ? Double.MAX_VALUE : Double.parseDouble(text);
    }
}
