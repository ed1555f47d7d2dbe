package org.tandem.codec.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandem.codec.frame.MarkerReader;

/**
 * What a frame is (T.81 B.2.2).
 *
 * @param process 0 baseline, 1 extended sequential, 2 progressive, 3 lossless: the marker SOFn
 * @param precision bits of a sample
 * @param rows 0 where a marker DNL tells them after the first scan
 */
record FrameHeader(int process, int precision, int rows, int columns, List<Part> parts) {

    static final int PROGRESSIVE = 2;
    static final int LOSSLESS = 3;

    private static final int MAX_PARTS = 4;

    FrameHeader {
        parts = List.copyOf(parts);
    }

    /**
     * A component.
     *
     * @param horizontal its samples in the unit in which the widest one has {@link #maxHorizontal}
     * @param quantization number of its quantization table
     */
    record Part(int id, int horizontal, int vertical, int quantization) {}

    /** Reads the parameters of a marker SOFn, already opened. */
    static FrameHeader read(MarkerReader in) {
        int process = in.marker() - Marker.SOF0;
        int precision = in.u8();
        int rows = in.u16();
        int columns = in.u16();
        int count = in.u8();
        if (process > LOSSLESS || !fits(process, precision) || columns == 0 || count < 1 || count > MAX_PARTS) {
            throw in.refused(
                    "frame header " + MarkerReader.name(in.marker()),
                    precision + " bits, " + columns + " columns, " + count + " components",
                    "SOF0, SOF1 or SOF2 of 8 or 12 bits or SOF3 of 2 to 16, of 1 to 4 components");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(in));
        }
        FrameHeader header = new FrameHeader(process, precision, rows, columns, parts);
        header.requireMeaning(in);
        return header;
    }

    private static boolean fits(int process, int precision) {
        return switch (process) {
            case 0 -> precision == 8;
            case LOSSLESS -> precision >= 2 && precision <= 16;
            default -> precision == 8 || precision == 12;
        };
    }

    private static Part part(MarkerReader in) {
        int id = in.u8();
        int factors = in.u8();
        return new Part(id, factors >> 4, factors & 0xF, in.u8());
    }

    private void requireMeaning(MarkerReader in) {
        Set<Integer> ids = new HashSet<>();
        for (Part part : parts) {
            boolean whole = divides(part.horizontal, maxHorizontal()) && divides(part.vertical, maxVertical());
            if (!whole || part.quantization > 3 || !ids.add(part.id)) {
                throw in.refused(
                        "component " + part.id,
                        part.horizontal + " × " + part.vertical + ", table " + part.quantization,
                        "one of its own, factors up to 4 that divide the largest, table 0 to 3");
            }
            if (process == LOSSLESS && (part.horizontal != maxHorizontal() || part.vertical != maxVertical())) {
                throw in.refused("component " + part.id, "fewer samples than pixels", "as many in lossless JPEG");
            }
        }
    }

    private static boolean divides(int factor, int most) {
        return factor >= 1 && factor <= 4 && most % factor == 0;
    }

    int maxHorizontal() {
        return parts.stream().mapToInt(Part::horizontal).max().orElse(1);
    }

    int maxVertical() {
        return parts.stream().mapToInt(Part::vertical).max().orElse(1);
    }

    FrameHeader withRows(int known) {
        return new FrameHeader(process, precision, known, columns, parts);
    }

    /** Place of a component among those of the frame; refuses one that is not there. */
    int indexOf(int id, MarkerReader in) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).id == id) {
                return i;
            }
        }
        int[] ids = parts.stream().mapToInt(Part::id).toArray();
        throw in.refused("scan", "component " + id, "one of " + Arrays.toString(ids));
    }
}
