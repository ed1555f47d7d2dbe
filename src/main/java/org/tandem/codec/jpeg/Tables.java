package org.tandem.codec.jpeg;

import org.jspecify.annotations.Nullable;
import org.tandem.codec.frame.MarkerReader;

/** The tables that stand before scans and hold until they are replaced (T.81 B.2.4). For one thread. */
final class Tables {

    private static final int COUNT = 4;

    private final @Nullable HuffmanTable[] dc = new HuffmanTable[COUNT];
    private final @Nullable HuffmanTable[] ac = new HuffmanTable[COUNT];
    private final int[] @Nullable [] quantization = new int[COUNT][];
    private int restartInterval;

    void readHuffman(MarkerReader in) {
        while (in.remaining() > 0) {
            int place = in.u8();
            requireNumber(in, place & 0xF, place >> 4 <= 1);
            HuffmanTable table = HuffmanTable.read(in);
            (place >> 4 == 0 ? dc : ac)[place & 0xF] = table;
        }
    }

    /** Elements stand in zigzag order and are kept in order of rows. */
    void readQuantization(MarkerReader in) {
        while (in.remaining() > 0) {
            int place = in.u8();
            requireNumber(in, place & 0xF, place >> 4 <= 1);
            int[] table = new int[Zigzag.LENGTH];
            for (int i = 0; i < Zigzag.LENGTH; i++) {
                table[Zigzag.NATURAL[i]] = place >> 4 == 0 ? in.u8() : in.u16();
            }
            quantization[place & 0xF] = table;
        }
    }

    private static void requireNumber(MarkerReader in, int number, boolean knownClass) {
        if (number >= COUNT || !knownClass) {
            throw in.refused("table", "number " + number + " of its class", "0 to 3 of class 0 or 1");
        }
    }

    void readRestartInterval(MarkerReader in) {
        restartInterval = in.u16();
    }

    /** Units of a scan between two restart markers; 0 if there are none. */
    int restartInterval() {
        return restartInterval;
    }

    HuffmanTable dc(int number, BitReader in) {
        return huffman(dc, number, in);
    }

    HuffmanTable ac(int number, BitReader in) {
        return huffman(ac, number, in);
    }

    private static HuffmanTable huffman(@Nullable HuffmanTable[] tables, int number, BitReader in) {
        HuffmanTable table = number < COUNT ? tables[number] : null;
        if (table == null) {
            throw in.refused("scan", "Huffman table " + number, "one that a marker DHT defined");
        }
        return table;
    }

    int[] quantization(int number, BitReader in) {
        int[] table = quantization[number];
        if (table == null) {
            throw in.refused("scan", "quantization table " + number, "one that a marker DQT defined");
        }
        return table;
    }
}
