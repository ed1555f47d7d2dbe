package org.tandem.codec.jpeg;

/** Adds to differences what their neighbours predict (T.81 H.1.2.1), modulo 2¹⁶, a row of a component at once. */
final class Prediction {

    private static final int MASK = 0xFFFF;

    private final int[] samples;
    private final int step;
    private final int rowLength;
    private final int selection;

    /**
     * @param samples in which differences become samples
     * @param step from a sample to the next of its component
     * @param rowLength from a sample to the one below it
     * @param selection which predictor, 1 to 7 (T.81 table H.1)
     */
    Prediction(int[] samples, int step, int rowLength, int selection) {
        this.samples = samples;
        this.step = step;
        this.rowLength = rowLength;
        this.selection = selection;
    }

    /** The first row of an interval: each sample from the one on its left, the first from this start. */
    void addToFirstRow(int from, int start) {
        samples[from] = samples[from] + start & MASK;
        addLeft(from);
    }

    /** Any other row: its first sample from the one above. */
    void addToRow(int from) {
        samples[from] = samples[from] + samples[from - rowLength] & MASK;
        if (selection == 1) {
            addLeft(from);
        } else {
            addPredicted(from);
        }
    }

    private int end(int from) {
        return from - from % rowLength + rowLength;
    }

    private void addLeft(int from) {
        int end = end(from);
        int left = samples[from];
        for (int i = from + step; i < end; i += step) {
            left = left + samples[i] & MASK;
            samples[i] = left;
        }
    }

    private void addPredicted(int from) {
        int end = end(from);
        int left = samples[from];
        int aboveLeft = samples[from - rowLength];
        for (int i = from + step; i < end; i += step) {
            int above = samples[i - rowLength];
            left = samples[i] + predicted(left, above, aboveLeft) & MASK;
            samples[i] = left;
            aboveLeft = above;
        }
    }

    private int predicted(int left, int above, int aboveLeft) {
        return switch (selection) {
            case 1 -> left;
            case 2 -> above;
            case 3 -> aboveLeft;
            case 4 -> left + above - aboveLeft;
            case 5 -> left + (above - aboveLeft >> 1);
            case 6 -> above + (left - aboveLeft >> 1);
            default -> left + above >> 1;
        };
    }
}
