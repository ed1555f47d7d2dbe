package org.tandem.codec.jpeg;

import java.util.List;

/** The differences of a lossless scan as they are coded (T.81 H.1.2.2): a category, then as many bits. */
final class Differences {

    /** The category of the difference 32768, which no bits follow (T.81 table H.2). */
    private static final int WIDEST = 16;

    private final BitReader in;
    private final int[] places;
    private final HuffmanTable[] tables;

    /** Differences of the components of a scan, with the tables that it names. */
    Differences(ScanHeader scan, Tables tables, BitReader in) {
        List<ScanHeader.Part> parts = scan.parts();
        this.in = in;
        this.places = parts.stream().mapToInt(ScanHeader.Part::index).toArray();
        this.tables = parts.stream().map(part -> tables.dc(part.dc(), in)).toArray(HuffmanTable[]::new);
    }

    /** Reads a row: all components of a pixel, then the next pixel, this many samples on. */
    void read(int[] row, int from, int end, int step) {
        if (places.length == 1) {
            HuffmanTable table = tables[0];
            for (int i = from + places[0]; i < end; i += step) {
                row[i] = next(table);
            }
            return;
        }
        for (int pixel = from; pixel < end; pixel += step) {
            for (int i = 0; i < places.length; i++) {
                row[pixel + places[i]] = next(tables[i]);
            }
        }
    }

    private int next(HuffmanTable table) {
        in.fill();
        int category = table.decode(in);
        if (category == 0) {
            return 0;
        }
        if (category < WIDEST) {
            return in.extended(category);
        }
        if (category > WIDEST) {
            throw in.refused("difference", "category " + category, "0 to " + WIDEST);
        }
        return 1 << (WIDEST - 1);
    }
}
