package org.tandem.codec.jpeg;

import java.util.stream.Stream;

/**
 * A scan of blocks: what is in it, and in which order (T.81 A.2).
 *
 * @param components those of the scan, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record DctScan(ScanHeader header, Component[] components, Tables tables, BitReader in) {

    HuffmanTable[] dcTables() {
        Stream<ScanHeader.Part> parts = header.parts().stream();
        return parts.map(part -> tables.dc(part.dc(), in)).toArray(HuffmanTable[]::new);
    }

    HuffmanTable[] acTables() {
        Stream<ScanHeader.Part> parts = header.parts().stream();
        return parts.map(part -> tables.ac(part.ac(), in)).toArray(HuffmanTable[]::new);
    }

    int[][] quantization() {
        Stream<Component> all = Stream.of(components);
        return all.map(component -> component.quantization(tables, in)).toArray(int[][]::new);
    }

    /** Reads all units; a unit of one component alone is a block, else as many of each as its factors say. */
    void read(BlockCoding coding, FrameHeader frame) {
        boolean alone = components.length == 1;
        int columns = alone ? components[0].blockColumns() : unit(frame.columns(), frame.maxHorizontal());
        int rows = alone ? components[0].blockRows() : unit(frame.rows(), frame.maxVertical());
        int interval = tables.restartInterval();
        int done = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                if (interval > 0 && done > 0 && done % interval == 0) {
                    in.restart(done / interval - 1);
                    coding.restart();
                }
                if (alone) {
                    coding.read(0, row, column);
                } else {
                    readUnit(coding, row, column);
                }
                done++;
            }
            in.requireNoneMadeUp();
        }
    }

    private static int unit(int samples, int factor) {
        return Component.ceilDivide(samples, 8 * factor);
    }

    private void readUnit(BlockCoding coding, int row, int column) {
        for (int part = 0; part < components.length; part++) {
            int horizontal = components[part].horizontal();
            int vertical = components[part].vertical();
            for (int y = 0; y < vertical; y++) {
                for (int x = 0; x < horizontal; x++) {
                    coding.read(part, row * vertical + y, column * horizontal + x);
                }
            }
        }
    }
}
