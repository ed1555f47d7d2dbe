package org.tandem.codec.jpeg;

import java.util.Arrays;

/** Blocks of which each scan tells some coefficients, or one more bit of them (T.81 G.1.2, G.2). */
final class ProgressiveBlocks implements BlockCoding {

    private static final int MOST_ZEROS = 15;

    private final ScanHeader header;
    private final Component[] components;
    private final HuffmanTable[] tables;
    private final int[] means;
    private final BitReader in;

    /** How many blocks, from this one on, have no more new coefficients. */
    private int blocksEnded;

    ProgressiveBlocks(DctScan scan) {
        this.header = scan.header();
        this.components = scan.components();
        this.in = scan.in();
        this.means = new int[components.length];
        if (header.first() > 0) {
            this.tables = scan.acTables();
        } else {
            this.tables = header.highBefore() == 0 ? scan.dcTables() : new HuffmanTable[0];
        }
    }

    @Override
    public void read(int part, int blockRow, int blockColumn) {
        short[] all = components[part].coefficients();
        int at = components[part].coefficientOffset(blockRow, blockColumn);
        boolean first = header.highBefore() == 0;
        if (header.first() > 0) {
            if (first) {
                readNew(all, at);
            } else {
                refine(all, at);
            }
        } else if (first) {
            means[part] += tables[part].difference(in);
            all[at] = (short) (means[part] << header.low());
        } else {
            in.fill();
            all[at] |= (short) (in.read(1) << header.low());
        }
    }

    /** T.81 G.1.2.2. */
    private void readNew(short[] all, int at) {
        if (blocksEnded > 0) {
            blocksEnded--;
            return;
        }
        int place = header.first();
        while (place <= header.last()) {
            in.fill();
            int symbol = tables[0].decode(in);
            int zeros = symbol >> 4;
            int category = symbol & 0xF;
            if (category == 0 && zeros < MOST_ZEROS) {
                blocksEnded = run(zeros) - 1;
                return;
            }
            place += zeros;
            if (category != 0) {
                requireWithin(place);
                all[at + Zigzag.NATURAL[place]] = (short) (in.extended(category) << header.low());
            }
            place++;
        }
    }

    /** T.81 G.1.2.3: one more bit of coefficients that are known, new ones of 1 or -1 between them. */
    private void refine(short[] all, int at) {
        int place = header.first();
        while (blocksEnded == 0 && place <= header.last()) {
            in.fill();
            int symbol = tables[0].decode(in);
            int zeros = symbol >> 4;
            if ((symbol & 0xF) == 0 && zeros < MOST_ZEROS) {
                blocksEnded = run(zeros);
                break;
            }
            int found = (symbol & 0xF) == 0 ? 0 : in.read(1) == 0 ? -1 : 1;
            place = correct(all, at, place, zeros);
            if (found != 0) {
                requireWithin(place);
                all[at + Zigzag.NATURAL[place]] = (short) (found << header.low());
            }
            place++;
        }
        if (blocksEnded > 0) {
            correct(all, at, place, Zigzag.LENGTH);
            blocksEnded--;
        }
    }

    /** Reads a bit for each coefficient that is not zero, on to the zero after so many zeros; where that is. */
    private int correct(short[] all, int at, int from, int zeros) {
        int bit = 1 << header.low();
        int left = zeros;
        int place = from;
        while (place <= header.last()) {
            int i = at + Zigzag.NATURAL[place];
            if (all[i] == 0) {
                if (left-- == 0) {
                    break;
                }
            } else {
                in.fill();
                if (in.read(1) == 1 && (all[i] & bit) == 0) {
                    all[i] += (short) (all[i] >= 0 ? bit : -bit);
                }
            }
            place++;
        }
        return place;
    }

    /** How many blocks end (T.81 table G.1): 2 to this power, and as many bits more. */
    private int run(int power) {
        return power == 0 ? 1 : (1 << power) + in.read(power);
    }

    private void requireWithin(int place) {
        if (place > header.last()) {
            throw in.refused("block", "coefficient " + place, "at most " + header.last());
        }
    }

    @Override
    public void restart() {
        Arrays.fill(means, 0);
        blocksEnded = 0;
    }
}
