package org.tandem.codec.jpeg2000;

/**
 * An inverse wavelet transform and the numbers that it works on (15444-1 Annex F).
 *
 * @param <A> array of coefficients, row by row
 */
interface Wavelet<A> {

    /** Coefficients that are all zero. */
    A plane(int count);

    /**
     * Takes in the coefficients of a code-block.
     *
     * @param block rows of the block's width; twice the coefficient, the last bit being a half
     * @param stride from row to row of the block
     * @param at the code-block on the sub-band's grid
     */
    void store(int[] block, int stride, Area at, Band band, A plane);

    /** Joins four sub-bands to the next resolution, which covers the area. */
    A join(Area area, Bands<A> bands);

    /** The four sub-bands of one level. */
    record Bands<A>(A ll, A hl, A lh, A hh) {}
}
