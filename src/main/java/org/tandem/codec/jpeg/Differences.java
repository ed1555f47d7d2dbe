package org.tandem.codec.jpeg;

import java.util.List;

/** The differences of a lossless scan as they are coded (T.81 H.1.2.2): a category, then as many bits. */
final class Differences {

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
                row[i] = table.difference(in);
            }
            return;
        }
        for (int pixel = from; pixel < end; pixel += step) {
            for (int i = 0; i < places.length; i++) {
                row[pixel + places[i]] = tables[i].difference(in);
            }
        }
    }
}
