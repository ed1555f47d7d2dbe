package org.tandem.inference.network;

/**
 * How full the calls of a network were.
 *
 * @param calls since it was loaded
 * @param rows objects that they were about, all together
 * @param maxBatch most objects in one call
 */
public record BatchFill(long calls, long rows, int maxBatch) {

    /** Objects in a call, on average; 0 without calls. */
    public double mean() {
        return calls == 0 ? 0 : (double) rows / calls;
    }
}
