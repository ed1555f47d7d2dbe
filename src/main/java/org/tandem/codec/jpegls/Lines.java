package org.tandem.codec.jpegls;

import java.util.Arrays;
import org.tandem.codec.jpegls.SampleCoding.RunOrder;

/**
 * The lines of the components of a scan, two of each: the one that is decoded and the one above (T.87 A.2.2). A line
 * has a sample more on each side: on the left the first of the line above, on the right the last of its own again. For
 * one thread.
 */
final class Lines {

    private final SampleCoding coding;
    private final int columns;
    private final boolean bySample;
    private final RunOrder[] orders;
    private int[][] above;
    private int[][] current;

    Lines(SampleCoding coding, int columns, LsScan scan) {
        int count = scan.places().length;
        this.coding = coding;
        this.columns = columns;
        this.bySample = scan.interleave() == LsScan.BY_SAMPLE;
        this.above = new int[count][columns + 2];
        this.current = new int[count][columns + 2];
        this.orders = new RunOrder[count];
        Arrays.setAll(orders, i -> new RunOrder());
    }

    /** Begins an interval: nothing from before it is remembered. */
    void restart() {
        coding.restart();
        for (int i = 0; i < current.length; i++) {
            Arrays.fill(current[i], 0);
            orders[i].restart();
        }
    }

    /** Decodes the next line of each component. */
    void next() {
        int[][] done = current;
        current = above;
        above = done;
        for (int i = 0; i < current.length; i++) {
            above[i][columns + 1] = above[i][columns];
            current[i][0] = above[i][1];
        }
        if (bySample) {
            decodeBySample();
            return;
        }
        for (int i = 0; i < current.length; i++) {
            decode(current[i], above[i], orders[i]);
        }
    }

    /** Puts the line of a component where every step-th sample is its own. */
    void copy(int component, int[] samples, int from, int step) {
        int[] line = current[component];
        int at = from;
        for (int i = 1; i <= columns; i++) {
            samples[at] = line[i];
            at += step;
        }
    }

    private void decode(int[] line, int[] before, RunOrder order) {
        int left = line[0];
        int aboveLeft = before[0];
        int up = before[1];
        int i = 1;
        while (i <= columns) {
            int aboveRight = before[i + 1];
            int context = coding.context(left, up, aboveLeft, aboveRight);
            if (context == 0) {
                i = run(line, before, i, order);
                left = line[i - 1];
                aboveLeft = before[i - 1];
                up = before[Math.min(i, columns + 1)];
                continue;
            }
            left = coding.sample(context, left, up, aboveLeft);
            line[i] = left;
            aboveLeft = up;
            up = aboveRight;
            i++;
        }
    }

    /** A run and the sample that ends it; where decoding goes on. */
    private int run(int[] line, int[] before, int from, RunOrder order) {
        int left = line[from - 1];
        int end = from + coding.run(columns + 1 - from, order);
        Arrays.fill(line, from, end, left);
        if (end > columns) {
            return end;
        }
        line[end] = coding.runEnd(left, before[end], order);
        order.shorten();
        return end + 1;
    }

    private void decodeBySample() {
        int[] contexts = new int[current.length];
        int i = 1;
        while (i <= columns) {
            if (contexts(i, contexts) == 0) {
                i = runBySample(i);
                continue;
            }
            for (int part = 0; part < contexts.length; part++) {
                int[] before = above[part];
                int[] line = current[part];
                line[i] = coding.sample(contexts[part], line[i - 1], before[i], before[i - 1]);
            }
            i++;
        }
    }

    /** The contexts of the components of a pixel; 0 only where the neighbours of all are alike. */
    private int contexts(int i, int[] contexts) {
        int any = 0;
        for (int part = 0; part < contexts.length; part++) {
            int[] before = above[part];
            contexts[part] = coding.context(current[part][i - 1], before[i], before[i - 1], before[i + 1]);
            any |= contexts[part];
        }
        return any;
    }

    private int runBySample(int from) {
        RunOrder order = orders[0];
        int end = from + coding.run(columns + 1 - from, order);
        for (int[] line : current) {
            Arrays.fill(line, from, end, line[from - 1]);
        }
        if (end > columns) {
            return end;
        }
        for (int part = 0; part < current.length; part++) {
            current[part][end] = coding.runEndAbove(current[part][end - 1], above[part][end], order);
        }
        order.shorten();
        return end + 1;
    }
}
