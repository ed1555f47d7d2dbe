package org.tandem.model;

/** Check digits by Verhoeff's method: a checksum in the dihedral group of ten elements, positions permuted. */
final class Verhoeff {

    private static final int[] PERMUTED = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private Verhoeff() {}

    static boolean holds(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            for (int turn = 0; turn < i % 8; turn++) {
                digit = PERMUTED[digit];
            }
            sum = product(sum, digit);
        }
        return sum == 0;
    }

    /** Turns of a pentagon are 0 to 4, mirror images 5 to 9. */
    private static int product(int a, int b) {
        int turn = a < 5 ? a + b : a - b;
        boolean mirrored = a < 5 == b >= 5;
        return Math.floorMod(turn, 5) + (mirrored ? 5 : 0);
    }
}
