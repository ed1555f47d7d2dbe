package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** One native value as a line of text for people, cut where it gets long, so that no large value is read whole. */
final class ValueText {

    private static final int MAX_CHARACTERS = 64;
    private static final int MAX_BYTES = 4 * MAX_CHARACTERS; // no character set needs more for one character
    private static final String NO_VALUE = "(no value)";
    private static final int MAX_PLAIN_EXPONENT = 15;
    private static final int SLICE_BYTES = 64 * 1024; // a multiple of all widths

    private final DataSet dataSet;
    private final Element element;

    private ValueText(DataSet dataSet, Element element) {
        this.dataSet = dataSet;
        this.element = element;
    }

    static ValueText of(DataSet dataSet, Element element) {
        return new ValueText(dataSet, element);
    }

    /** Writes the value whole, or its beginning; answers how many characters it wrote. */
    int write(boolean whole, Appendable out) throws IOException {
        long length = ValueStreams.lengthBytes(element.value());
        if (multiplicity(dataSet, element) == 0) {
            out.append(NO_VALUE);
            return NO_VALUE.length();
        }
        try (InputStream in = ValueStreams.openLittleEndian(element)) {
            if (element.vr().isText()) {
                byte[] head = in.readNBytes(whole ? Integer.MAX_VALUE - 16 : MAX_BYTES);
                String text = text(head, head.length < length, whole);
                out.append(text);
                return text.length();
            }
            return whole ? writeNumbers(in, out) : writeCut(in.readNBytes(MAX_BYTES), length, out);
        }
    }

    /**
     * How many values it has (PS3.5 6.4), none where there is only padding, as far as that can be told without reading
     * a large value.
     */
    static long multiplicity(DataSet dataSet, Element element) {
        long length = ValueStreams.lengthBytes(element.value());
        VR vr = element.vr();
        if (length == 0) {
            return 0;
        }
        if (vr.isText()) {
            return length <= ValueParser.MAX_IN_MEMORY_BYTES
                    ? dataSet.strings(element.tag()).size()
                    : 1;
        }
        int width = BinaryValues.width(vr);
        return vr.kind() == VR.Kind.BINARY && width > 0 ? length / width : 1;
    }

    private String text(byte[] bytes, boolean cut, boolean whole) {
        String decoded = dataSet.characterSet().decode(bytes, element.vr());
        int end = decoded.length();
        while (!cut && end > 0 && (decoded.charAt(end - 1) == ' ' || decoded.charAt(end - 1) == '\0')) {
            end--;
        }
        String line = decoded.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '·' : c) // a value must not steer the terminal
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shown = "[" + (whole ? line : cut(line, cut)) + "]";
        return element.vr() == VR.UI && Uid.isValid(line) ? shown + uidName(Uid.of(line)) : shown;
    }

    private static String uidName(Uid uid) {
        if (TransferSyntaxes.isKnown(uid)) {
            return " =" + TransferSyntaxes.of(uid).name();
        }
        return SopClasses.isKnown(uid) ? " =" + SopClasses.name(uid) : "";
    }

    private int writeCut(byte[] head, long length, Appendable out) throws IOException {
        StringBuilder numbers = new StringBuilder();
        numbers(head, head.length, numbers);
        String shown = cut(numbers.toString(), head.length < length);
        out.append(shown);
        return shown.length();
    }

    private int writeNumbers(InputStream in, Appendable out) throws IOException {
        int written = 0;
        byte[] slice = new byte[SLICE_BYTES];
        for (int read = in.readNBytes(slice, 0, SLICE_BYTES); read > 0; read = in.readNBytes(slice, 0, SLICE_BYTES)) {
            StringBuilder numbers = new StringBuilder(written == 0 ? "" : "\\");
            numbers(slice, read, numbers);
            out.append(numbers);
            written += numbers.length();
        }
        return written;
    }

    /** The numbers in these bytes, separated by backslashes; a rest shorter than a number as its bytes. */
    private void numbers(byte[] bytes, int length, StringBuilder numbers) {
        int width = Math.max(1, BinaryValues.width(element.vr()));
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length).order(ByteOrder.LITTLE_ENDIAN);
        String separator = "";
        while (buffer.hasRemaining()) {
            VR vr = buffer.remaining() >= width ? element.vr() : VR.OB;
            numbers.append(separator).append(number(vr, buffer));
            separator = "\\";
        }
    }

    private static String number(VR vr, ByteBuffer buffer) {
        return switch (vr) {
            case OW -> hex(buffer.getShort(), 4);
            case OL -> hex(buffer.getInt(), 8);
            case OV -> hex(buffer.getLong(), 16);
            case US -> Integer.toString(Short.toUnsignedInt(buffer.getShort()));
            case SS -> Short.toString(buffer.getShort());
            case UL -> Integer.toUnsignedString(buffer.getInt());
            case SL -> Integer.toString(buffer.getInt());
            case SV -> Long.toString(buffer.getLong());
            case UV -> Long.toUnsignedString(buffer.getLong());
            case FL, OF -> plain(Float.toString(buffer.getFloat()));
            case FD, OD -> plain(Double.toString(buffer.getDouble()));
            case AT -> Tag.format(Tag.of(buffer.getShort(), buffer.getShort()));
            default -> hex(buffer.get(), 2);
        };
    }

    /** The fewest digits that give the same number back, without exponent where that is not long, and without ".0". */
    private static String plain(String number) {
        int exponent = number.indexOf('E');
        boolean near = exponent > 0 && Math.abs(Integer.parseInt(number.substring(exponent + 1))) <= MAX_PLAIN_EXPONENT;
        String plain = near ? new BigDecimal(number).toPlainString() : number;
        return plain.endsWith(".0") ? plain.substring(0, plain.length() - 2) : plain;
    }

    private static String hex(long number, int digits) {
        char[] hex = new char[digits];
        for (int i = 0; i < digits; i++) {
            hex[i] = Character.forDigit((int) (number >>> 4 * (digits - 1 - i)) & 0xF, 16);
        }
        return new String(hex);
    }

    private static String cut(String text, boolean more) {
        if (text.length() <= MAX_CHARACTERS) {
            return more ? text + "..." : text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end) + "...";
    }
}
