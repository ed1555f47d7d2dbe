package org.tandem.codec.jpeg;

import org.tandem.codec.frame.MarkerReader;

/** Huffman codes (T.81 B.2.4.2, Annex C): short ones are looked up, long ones found by their length. */
final class HuffmanTable {

    private static final int MAX_LENGTH = 16;
    private static final int LOOKUP_BITS = 9;

    /** The category of the difference 32768, which no bits follow (T.81 table H.2). */
    private static final int WIDEST = 16;

    /** Length and symbol of the code with which bits begin; 0 where it is longer than these. */
    private final int[] lookup = new int[1 << LOOKUP_BITS];

    /** By length: the first 16 bits that are beyond all codes of it, and where its codes' symbols stand. */
    private final int[] limits = new int[MAX_LENGTH + 1];

    private final int[] firsts = new int[MAX_LENGTH + 1];
    private final int[] symbols;

    private HuffmanTable(int[] symbols) {
        this.symbols = symbols;
    }

    /**
     * Numbers of codes of 1 to 16 bits, then their symbols; refuses more codes than there are bits for.
     *
     * @param in at the first number
     */
    static HuffmanTable read(MarkerReader in) {
        int[] counts = new int[MAX_LENGTH + 1];
        int total = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            counts[length] = in.u8();
            total += counts[length];
        }
        int[] symbols = new int[total];
        for (int i = 0; i < total; i++) {
            symbols[i] = in.u8();
        }
        HuffmanTable table = new HuffmanTable(symbols);
        int code = 0;
        int first = 0;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            if (code + counts[length] > 1 << length) {
                throw in.refused("Huffman table", counts[length] + " codes of " + length + " bits", "room for them");
            }
            table.add(length, code, first, counts[length]);
            first += counts[length];
            code = (code + counts[length]) << 1;
        }
        return table;
    }

    private void add(int length, int code, int first, int count) {
        limits[length] = (code + count) << (MAX_LENGTH - length);
        firsts[length] = first - code;
        if (length <= LOOKUP_BITS) {
            int spare = LOOKUP_BITS - length;
            for (int i = 0; i < count << spare; i++) {
                lookup[(code << spare) + i] = length << Byte.SIZE | symbols[first + (i >> spare)];
            }
        }
    }

    /** The symbol of the next code, after {@link BitReader#fill}; refuses bits that are none. */
    int decode(BitReader in) {
        int entry = lookup[in.peek(LOOKUP_BITS)];
        if (entry != 0) {
            in.skip(entry >> Byte.SIZE);
            return entry & 0xFF;
        }
        return decodeLong(in);
    }

    /** A difference as its category and as many bits (T.81 F.2.2.1, H.1.2.2). */
    int difference(BitReader in) {
        in.fill();
        int category = decode(in);
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

    private int decodeLong(BitReader in) {
        int bits = in.peek(MAX_LENGTH);
        for (int length = LOOKUP_BITS + 1; length <= MAX_LENGTH; length++) {
            if (bits < limits[length]) {
                in.skip(length);
                return symbols[firsts[length] + (bits >> (MAX_LENGTH - length))];
            }
        }
        in.requireNoneMadeUp();
        throw in.refused(
                "Huffman code", Integer.toBinaryString(bits | 1 << MAX_LENGTH).substring(1), "one of the table");
    }
}
