package org.tandem.evaluate.data;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Reads an NRRD file (format definition of Teem, version 4 or 5): three axes, one number a voxel, raw or gzip, data in
 * the same file, space left-posterior-superior or right-anterior-superior.
 */
public final class NrrdFile {

    private static final int MAX_HEADER_LINE = 4096;
    private static final double PERPENDICULAR_TOLERANCE = 1e-4;

    private final Path file;
    private final Map<String, String> fields = new HashMap<>();

    private NrrdFile(Path file) {
        this.file = file;
    }

    static boolean isNrrd(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".nrrd");
    }

    /** Refuses what is not of the form above, naming the field. */
    public static Volume read(Path file) throws IOException {
        return new NrrdFile(file).read();
    }

    /** All voxels that are not 0. */
    public static Mask readMask(Path file) throws IOException {
        return LabelMap.notZero(read(file));
    }

    private Volume read() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            readHeader(in);
            Grid grid = grid();
            Sample sample = sample();
            expect("encoding", "raw", "gzip", "gz");
            InputStream data = field("encoding").startsWith("g") ? new GZIPInputStream(in, 1 << 16) : in;
            int length = Math.multiplyExact(grid.size().voxels(), sample.bytes());
            byte[] bytes = data.readNBytes(length);
            if (bytes.length < length) {
                throw refused("data", bytes.length + " bytes", length + " bytes");
            }
            ByteBuffer voxels = ByteBuffer.wrap(bytes).order(order(sample));
            float[] values = new float[grid.size().voxels()];
            for (int i = 0; i < values.length; i++) {
                values[i] = sample.at(voxels, i * sample.bytes());
            }
            return new Volume(grid, values);
        }
    }

    /** How one number is stored. */
    private enum Sample {
        INT8(1),
        UINT8(1),
        INT16(2),
        UINT16(2),
        INT32(4),
        UINT32(4),
        FLOAT(4),
        DOUBLE(8);

        private final int bytes;

        Sample(int bytes) {
            this.bytes = bytes;
        }

        int bytes() {
            return bytes;
        }

        float at(ByteBuffer from, int offset) {
            return switch (this) {
                case INT8 -> from.get(offset);
                case UINT8 -> Byte.toUnsignedInt(from.get(offset));
                case INT16 -> from.getShort(offset);
                case UINT16 -> Short.toUnsignedInt(from.getShort(offset));
                case INT32 -> from.getInt(offset);
                case UINT32 -> Integer.toUnsignedLong(from.getInt(offset));
                case FLOAT -> from.getFloat(offset);
                case DOUBLE -> (float) from.getDouble(offset);
            };
        }
    }

    private Sample sample() {
        return switch (field("type").toLowerCase(Locale.ROOT)) {
            case "int8", "int8_t", "signed char" -> Sample.INT8;
            case "uint8", "uint8_t", "uchar", "unsigned char" -> Sample.UINT8;
            case "int16", "int16_t", "short", "short int", "signed short" -> Sample.INT16;
            case "uint16", "uint16_t", "ushort", "unsigned short" -> Sample.UINT16;
            case "int32", "int32_t", "int", "signed int" -> Sample.INT32;
            case "uint32", "uint32_t", "uint", "unsigned int" -> Sample.UINT32;
            case "float" -> Sample.FLOAT;
            case "double" -> Sample.DOUBLE;
            default -> throw refused("type", field("type"), "a number of 8, 16, 32 or 64 bits");
        };
    }

    private ByteOrder order(Sample sample) {
        if (sample.bytes() == 1) {
            return ByteOrder.LITTLE_ENDIAN;
        }
        expect("endian", "little", "big");
        return field("endian").equalsIgnoreCase("big") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private void readHeader(InputStream in) throws IOException {
        String magic = line(in);
        if (!magic.startsWith("NRRD000")) {
            throw refused("first line", magic, "NRRD000n");
        }
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (!line.startsWith("#") && colon > 0) {
                fields.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).replaceFirst("^=", "").strip());
            }
        }
    }

    private Grid grid() {
        expect("dimension", "3");
        int[] sizes = Arrays.stream(field("sizes").split("\\s+"))
                .mapToInt(Integer::parseInt)
                .toArray();
        Vector3[] steps = vectors("space directions", 3);
        Vector3 spacing = new Vector3(steps[0].length(), steps[1].length(), steps[2].length());
        Axes axes = new Axes(steps[0].unit(), steps[1].unit(), steps[2].unit());
        if (!(Math.abs(axes.x().cross(axes.y()).dot(axes.z())) > 1 - PERPENDICULAR_TOLERANCE)) {
            throw refused("space directions", field("space directions"), "perpendicular directions");
        }
        return new Grid(new Size(sizes[0], sizes[1], sizes[2]), axes, spacing, vectors("space origin", 1)[0]);
    }

    /** Vectors of a field as patient coordinates, LPS. */
    private Vector3[] vectors(String field, int count) {
        double[] numbers = Arrays.stream(
                        field(field).replaceAll("[(),]", " ").strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (numbers.length != 3 * count) {
            throw refused(field, field(field), count + " vectors of 3");
        }
        expect("space", "left-posterior-superior", "lps", "right-anterior-superior", "ras");
        double flip = field("space").toLowerCase(Locale.ROOT).startsWith("l") ? 1 : -1;
        Vector3[] vectors = new Vector3[count];
        for (int i = 0; i < count; i++) {
            vectors[i] = new Vector3(flip * numbers[3 * i], flip * numbers[3 * i + 1], numbers[3 * i + 2]);
        }
        return vectors;
    }

    private void expect(String field, String... allowed) {
        if (!Arrays.asList(allowed).contains(field(field).toLowerCase(Locale.ROOT))) {
            throw refused(field, field(field), String.join(" or ", allowed));
        }
    }

    private String field(String name) {
        String value = fields.get(name);
        if (value == null) {
            throw refused(name, "nothing", "a value");
        }
        return value;
    }

    private TandemException refused(String field, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "NRRD file " + file + ", " + field + ": got " + got + ", expected " + expected);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > MAX_HEADER_LINE) {
                throw new EOFException("NRRD header without end");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }
}
