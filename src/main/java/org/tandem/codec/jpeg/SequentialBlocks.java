package org.tandem.codec.jpeg;

import java.util.Arrays;

/** Blocks coded whole (T.81 F.2.2): they become samples at once. */
final class SequentialBlocks implements BlockCoding {

    /** A run of 16 zeros; another symbol of category 0 ends the block. */
    private static final int ZEROS = 0xF0;

    private final Component[] components;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[][] quantization;
    private final int[] means;
    private final int[] block = new int[Zigzag.LENGTH];
    private final InverseTransform transform;
    private final BitReader in;

    SequentialBlocks(DctScan scan, InverseTransform transform) {
        this.components = scan.components();
        this.dc = scan.dcTables();
        this.ac = scan.acTables();
        this.quantization = scan.quantization();
        this.means = new int[components.length];
        this.transform = transform;
        this.in = scan.in();
    }

    @Override
    public void read(int part, int blockRow, int blockColumn) {
        Component component = components[part];
        means[part] += dc[part].difference(in);
        int mean = means[part] * quantization[part][0];
        boolean flat = readRest(ac[part], quantization[part]);
        int to = component.sampleOffset(blockRow, blockColumn);
        if (flat) {
            transform.applyMean(mean, component.samples(), to, component.rowLength());
        } else {
            block[0] = mean;
            transform.apply(block, component.samples(), to, component.rowLength());
        }
    }

    /** Reads all coefficients but the mean; whether there were none. */
    private boolean readRest(HuffmanTable table, int[] elements) {
        boolean none = true;
        int place = 1;
        while (place < Zigzag.LENGTH) {
            in.fill();
            int symbol = table.decode(in);
            int category = symbol & 0xF;
            place += symbol >> 4;
            if (category != 0) {
                if (place >= Zigzag.LENGTH) {
                    throw in.refused("block", "coefficient " + place, "at most 63");
                }
                int natural = Zigzag.NATURAL[place];
                block[natural] = in.extended(category) * elements[natural];
                none = false;
            } else if (symbol != ZEROS) {
                break;
            }
            place++;
        }
        return none;
    }

    @Override
    public void restart() {
        Arrays.fill(means, 0);
    }
}
