package org.tandem.evaluate.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;

/**
 * An array of NumPy's format {@code .npy}, versions 1 to 3 (NEP 1): whole numbers or floats of 1 to 8 bytes, in C
 * order. Bytes are kept as they came and read by index.
 */
final class NpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([<>|=])([iufb])(\\d)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d, ]*)\\)");
    private static final int MAX_HEADER_BYTES = 1 << 16;

    private final int[] shape;
    private final String type;
    private final ByteBuffer bytes;

    private NpyArray(int[] shape, String type, ByteBuffer bytes) {
        this.shape = shape;
        this.type = type;
        this.bytes = bytes;
    }

    /** Reads one array; refuses what is not of the form above. The name is for messages. */
    static NpyArray read(InputStream stream, String name) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw refused(name, "first bytes", Arrays.toString(magic), "those of an npy file");
        }
        String header = header(in, name);
        Matcher type = find(TYPE, header, name);
        if (find(ORDER, header, name).group(1).equals("True")) {
            throw refused(name, "order", "Fortran's", "C's");
        }
        int[] shape = Arrays.stream(find(SHAPE, header, name).group(1).split(","))
                .map(String::strip)
                .filter(extent -> !extent.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        int length = Integer.parseInt(type.group(3));
        for (int extent : shape) {
            length = Math.multiplyExact(length, extent);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw refused(name, "data", bytes.length + " bytes", length + " bytes");
        }
        ByteOrder order = type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new NpyArray(
                shape, type.group(2) + type.group(3), ByteBuffer.wrap(bytes).order(order));
    }

    private static String header(DataInputStream in, String name) throws IOException {
        int version = in.readUnsignedByte();
        in.readUnsignedByte();
        long length = Integer.toUnsignedLong(
                version == 1
                        ? Short.toUnsignedInt(Short.reverseBytes(in.readShort()))
                        : Integer.reverseBytes(in.readInt()));
        if (length > MAX_HEADER_BYTES) {
            throw refused(name, "header", length + " bytes", "at most " + MAX_HEADER_BYTES);
        }
        byte[] header = in.readNBytes((int) length);
        if (header.length < length) {
            throw new EOFException("Array " + name + " ends in its header");
        }
        return new String(header, StandardCharsets.UTF_8);
    }

    private static Matcher find(Pattern pattern, String header, String name) {
        Matcher matcher = pattern.matcher(header);
        if (!matcher.find()) {
            throw refused(name, "header", header.strip(), pattern.pattern());
        }
        return matcher;
    }

    private static TandemException refused(String name, String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "Array " + name + ", " + where + ": got " + got + ", expected " + expected);
    }

    int dimensions() {
        return shape.length;
    }

    int extent(int axis) {
        return shape[axis];
    }

    /** The value at an index into the array laid out in one row. */
    double at(int index) {
        return switch (type) {
            case "i1" -> bytes.get(index);
            case "u1", "b1" -> Byte.toUnsignedInt(bytes.get(index));
            case "i2" -> bytes.getShort(2 * index);
            case "u2" -> Short.toUnsignedInt(bytes.getShort(2 * index));
            case "i4" -> bytes.getInt(4 * index);
            case "u4" -> Integer.toUnsignedLong(bytes.getInt(4 * index));
            case "i8", "u8" -> bytes.getLong(8 * index);
            case "f4" -> bytes.getFloat(4 * index);
            case "f8" -> bytes.getDouble(8 * index);
            default -> throw refused("", "type", type, "whole numbers of 1 to 8 bytes or floats of 4 or 8");
        };
    }
}
