package org.tandem.codec.jpeg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One component of an image of blocks (T.81 A.1, A.2), as its scans fill it. For one thread. */
final class Component {

    /** No scan has told a coefficient. */
    private static final int UNTOLD = Integer.MAX_VALUE;

    private static final int SIZE = 8;

    private final FrameHeader.Part part;
    private final int columns;
    private final int rows;
    private final int rowLength;
    private final short[] samples;

    /** Of all blocks, in order of rows; only where several scans tell them. */
    private final short @Nullable [] coefficients;

    /** By place in the zigzag: how many of its low bits are yet to come. */
    private final int[] low = new int[Zigzag.LENGTH];

    private int @Nullable [] quantization;

    Component(FrameHeader frame, FrameHeader.Part part) {
        int unitColumns = ceilDivide(frame.columns(), SIZE * frame.maxHorizontal());
        int unitRows = ceilDivide(frame.rows(), SIZE * frame.maxVertical());
        this.part = part;
        this.columns = ceilDivide(frame.columns() * part.horizontal(), frame.maxHorizontal());
        this.rows = ceilDivide(frame.rows() * part.vertical(), frame.maxVertical());
        this.rowLength = unitColumns * part.horizontal() * SIZE;
        int size = Math.multiplyExact(rowLength, unitRows * part.vertical() * SIZE);
        this.samples = new short[size];
        this.coefficients = frame.process() == FrameHeader.PROGRESSIVE ? new short[size] : null;
        Arrays.fill(low, UNTOLD);
    }

    static int ceilDivide(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }

    /** Samples of a row that count; behind them the last block may go on. */
    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    /** From a sample to the one below it. */
    int rowLength() {
        return rowLength;
    }

    /** All samples, not copied. */
    short[] samples() {
        return samples;
    }

    /** Blocks of a row, in a scan of this component alone. */
    int blockColumns() {
        return ceilDivide(columns, SIZE);
    }

    int blockRows() {
        return ceilDivide(rows, SIZE);
    }

    /** Blocks side by side in a unit of a scan of several components. */
    int horizontal() {
        return part.horizontal();
    }

    int vertical() {
        return part.vertical();
    }

    /** Where a block's first sample stands. */
    int sampleOffset(int blockRow, int blockColumn) {
        return blockRow * SIZE * rowLength + blockColumn * SIZE;
    }

    /** Where a block's coefficients stand. */
    int coefficientOffset(int blockRow, int blockColumn) {
        return (blockRow * (rowLength / SIZE) + blockColumn) * Zigzag.LENGTH;
    }

    /** Of all blocks, not copied; of an image that is not progressive, none. */
    short[] coefficients() {
        return coefficients == null ? new short[0] : coefficients;
    }

    /** Elements in order of rows: those that hold when the component's first scan begins (T.81 B.2.4.1). */
    int[] quantization(Tables tables, BitReader in) {
        int[] known = quantization == null ? tables.quantization(part.quantization(), in) : quantization;
        quantization = known;
        return known;
    }

    /** Notes which bits a scan tells; refuses those that were told before, or whose higher ones were not. */
    void begin(ScanHeader scan, BitReader in) {
        int expected = scan.highBefore() == 0 ? UNTOLD : scan.highBefore();
        for (int place = scan.first(); place <= scan.last(); place++) {
            if (low[place] != expected) {
                throw in.refused("scan", "coefficient " + place + " out of turn", "each bit once, from the highest");
            }
            low[place] = scan.low();
        }
    }

    /** Whether the mean of each block was told, and unless the stream says that it ends here every other bit too. */
    boolean isComplete(boolean ended) {
        return ended ? low[0] != UNTOLD : Arrays.stream(low).allMatch(bits -> bits == 0);
    }

    /** Makes samples of all coefficients. */
    void transform(InverseTransform transform) {
        short[] all = coefficients();
        int[] elements = quantization;
        if (all.length == 0 || elements == null) {
            return;
        }
        int[] block = new int[Zigzag.LENGTH];
        for (int row = 0; row < blockRows(); row++) {
            for (int column = 0; column < blockColumns(); column++) {
                int from = coefficientOffset(row, column);
                for (int i = 0; i < Zigzag.LENGTH; i++) {
                    block[i] = all[from + i] * elements[i];
                }
                transform.apply(block, samples, sampleOffset(row, column), rowLength);
            }
        }
    }
}
