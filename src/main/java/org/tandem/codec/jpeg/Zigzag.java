package org.tandem.codec.jpeg;

/** The order of coefficients in a block (T.81 figure A.6). */
final class Zigzag {

    static final int LENGTH = 64;

    /** From place in the zigzag to place in rows of eight. */
    static final int[] NATURAL = natural();

    private Zigzag() {}

    /** Along diagonals, up those of even number and down those of odd. */
    private static int[] natural() {
        int[] order = new int[LENGTH];
        int place = 0;
        for (int diagonal = 0; diagonal < 15; diagonal++) {
            for (int i = Math.max(0, diagonal - 7); i <= Math.min(7, diagonal); i++) {
                int row = diagonal % 2 == 0 ? diagonal - i : i;
                order[place++] = row * 8 + diagonal - row;
            }
        }
        return order;
    }
}
