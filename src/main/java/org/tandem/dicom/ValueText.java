package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** One value as a line of text for people, cut where it gets long, so that no large value is read whole. */
final class ValueText {

    private static final int MAX_CHARACTERS = 64;
    private static final int MAX_BYTES = 4 * MAX_CHARACTERS; // no character set needs more for one character

    private ValueText() {}

    /** The beginning of a native value of this data set. */
    static String of(DataSet dataSet, Element element) throws IOException {
        long length = ValueStreams.lengthBytes(element.value());
        if (length == 0) {
            return "(no value)";
        }
        byte[] head = head(element);
        boolean cut = head.length < length;
        if (element.vr().isText()) {
            return text(dataSet.characterSet(), element.vr(), head, cut);
        }
        return cut(String.join("\\", numbers(element.vr(), head)), cut);
    }

    /** How many values it has (PS3.5 6.4), as far as that can be told without reading a large value. */
    static long multiplicity(DataSet dataSet, Element element) {
        long length = ValueStreams.lengthBytes(element.value());
        VR vr = element.vr();
        if (length == 0) {
            return 0;
        }
        if (vr.isText()) {
            return length <= ValueParser.MAX_IN_MEMORY_BYTES
                    ? Math.max(1, dataSet.strings(element.tag()).size())
                    : 1;
        }
        int width = BinaryValues.width(vr);
        return vr.kind() == VR.Kind.BINARY && width > 0 ? length / width : 1;
    }

    /** Some bytes in hexadecimal. */
    static String hex(Value value) throws IOException {
        try (InputStream in = ValueStreams.open(value)) {
            byte[] head = in.readNBytes(MAX_CHARACTERS / 3);
            return cut(String.join("\\", numbers(VR.OB, head)), head.length < ValueStreams.lengthBytes(value));
        }
    }

    private static byte[] head(Element element) throws IOException {
        try (InputStream in = ValueStreams.openLittleEndian(element)) {
            return in.readNBytes(MAX_BYTES);
        }
    }

    private static String text(CharacterSet characterSet, VR vr, byte[] bytes, boolean cut) {
        String decoded = characterSet.decode(bytes, vr);
        int end = decoded.length();
        while (!cut && end > 0 && (decoded.charAt(end - 1) == ' ' || decoded.charAt(end - 1) == '\0')) {
            end--;
        }
        String line = decoded.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? '·' : c) // a value must not steer the terminal
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shown = "[" + cut(line, cut) + "]";
        return vr == VR.UI && Uid.isValid(line) ? shown + uidName(Uid.of(line)) : shown;
    }

    private static String uidName(Uid uid) {
        if (TransferSyntaxes.isKnown(uid)) {
            return " =" + TransferSyntaxes.of(uid).name();
        }
        return SopClasses.isKnown(uid) ? " =" + SopClasses.name(uid) : "";
    }

    private static List<String> numbers(VR vr, byte[] bytes) {
        List<String> numbers = new ArrayList<>();
        int width = BinaryValues.width(vr);
        if (width == 0) {
            for (byte b : bytes) {
                numbers.add(String.format("%02x", b));
            }
            return numbers;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.remaining() >= width) {
            numbers.add(number(vr, buffer));
        }
        return numbers;
    }

    private static String number(VR vr, ByteBuffer buffer) {
        return switch (vr) {
            case OW -> String.format("%04x", buffer.getShort());
            case OL -> String.format("%08x", buffer.getInt());
            case OV -> String.format("%016x", buffer.getLong());
            case US -> Integer.toString(Short.toUnsignedInt(buffer.getShort()));
            case SS -> Short.toString(buffer.getShort());
            case UL -> Integer.toUnsignedString(buffer.getInt());
            case SL -> Integer.toString(buffer.getInt());
            case SV -> Long.toString(buffer.getLong());
            case UV -> Long.toUnsignedString(buffer.getLong());
            case FL, OF -> Float.toString(buffer.getFloat());
            case FD, OD -> Double.toString(buffer.getDouble());
            case AT -> Tag.format(Tag.of(buffer.getShort(), buffer.getShort()));
            default -> throw new TandemException(TandemException.Kind.BUG, vr + " holds no numbers");
        };
    }

    private static String cut(String text, boolean more) {
        if (text.length() <= MAX_CHARACTERS) {
            return more ? text + "..." : text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_CHARACTERS - 1)) ? MAX_CHARACTERS - 1 : MAX_CHARACTERS;
        return text.substring(0, end) + "...";
    }
}
