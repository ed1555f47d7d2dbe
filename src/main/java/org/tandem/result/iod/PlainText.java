package org.tandem.result.iod;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text that Tandem adds to a result: printable ASCII without backslash, because it must read the same in whatever
 * Specific Character Set the source's patient and study text is in (PS3.5 6.1.2).
 */
public final class PlainText {

    /** Longest value of LO (PS3.5 6.2). */
    public static final int LO_LENGTH = 64;

    private static final int CS_LENGTH = 16;

    private PlainText() {}

    /**
     * Accents dropped, anything else outside ASCII as "?", backslash as "/", runs of blanks and controls as one space.
     */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replace('\\', '/')
                .replaceAll("[^\\x20-\\x7E]", "?")
                .strip();
    }

    /** A value of LO: at most 64 characters. */
    public static String longString(String text) {
        return cut(of(text), LO_LENGTH);
    }

    /** A value of LO of three parts, of which only the middle one is cut where all together are too long. */
    public static String longString(String before, String middle, String after) {
        String tail = of(after);
        String head = of(before);
        int room = LO_LENGTH - head.length() - tail.length() - 2;
        return room < 1 ? longString(head + " " + tail) : (head + " " + cut(of(middle), room) + " " + tail).strip();
    }

    /** A value of CS (upper case, digits, underscore): at most 16 characters. */
    public static String codeString(String text) {
        String upper = of(text).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return cut(upper.replaceAll("^_+|_+$", ""), CS_LENGTH);
    }

    private static String cut(String text, int maxLength) {
        return text.length() <= maxLength ? text : text.substring(0, maxLength).strip();
    }
}
