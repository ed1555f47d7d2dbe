package org.tandem.dicom;

import java.io.IOException;
import java.util.regex.Pattern;

/** Writes JSON (RFC 8259) without building it in memory; commas take care of themselves. */
final class JsonOutput {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    private final Appendable out;
    private boolean first = true;

    JsonOutput(Appendable out) {
        this.out = out;
    }

    JsonOutput begin(char bracket) throws IOException {
        out.append(bracket);
        first = true;
        return this;
    }

    void end(char bracket) throws IOException {
        out.append(bracket);
        first = false;
    }

    /** The next member of an array follows. */
    void next() throws IOException {
        if (!first) {
            out.append(',');
        }
        first = false;
    }

    /** The name of the next member of an object. */
    JsonOutput name(String name) throws IOException {
        next();
        string(name);
        out.append(':');
        return this;
    }

    void string(String text) throws IOException {
        beginString();
        for (int i = 0; i < text.length(); i++) {
            escaped(text.charAt(i));
        }
        endString();
    }

    void beginString() throws IOException {
        out.append('"');
    }

    void endString() throws IOException {
        out.append('"');
    }

    /** Text that is JSON as it is. */
    void raw(String text) throws IOException {
        out.append(text);
    }

    /** A binary number; JSON has none for infinity and for what is no number, the model takes strings (F.2.3). */
    void decimal(double number, String text) throws IOException {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            string(Double.isNaN(number) ? "NaN" : number > 0 ? "inf" : "-inf");
        } else {
            raw(text);
        }
    }

    /** A decimal or integer string with its own digits, so that nothing is lost; as a string where it is no number. */
    void numberOrString(String text) throws IOException {
        String number = text.strip();
        if (!DECIMAL.matcher(number).matches()) {
            string(text);
            return;
        }
        raw(asJson(number));
    }

    /** JSON wants no plus, no zeros in front, and digits on both sides of the point. */
    private static String asJson(String number) {
        String sign = number.startsWith("-") ? "-" : "";
        String rest = number.replaceFirst("^[+-]", "").replaceFirst("^0+(?=\\d)", "");
        String whole = rest.startsWith(".") ? "0" + rest : rest;
        return sign + whole.replaceFirst("\\.(?=$|[eE])", "");
    }

    private void escaped(char character) throws IOException {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (character < ' ' || character == 0x7F) {
                    out.append(String.format("\\u%04x", (int) character));
                } else {
                    out.append(character);
                }
            }
        }
    }
}
