package org.tandem.codec.jpeg2000;

/**
 * The samples of a tile-component, integers or reals as its transform gives them; not copied.
 *
 * @param integers empty if reals
 * @param reals empty if integers
 */
@SuppressWarnings("ArrayRecordComponent")
record Plane(boolean reversible, int[] integers, float[] reals) {

    static Plane of(int[] integers) {
        return new Plane(true, integers, new float[0]);
    }

    static Plane of(float[] reals) {
        return new Plane(false, new int[0], reals);
    }

    int count() {
        return reversible ? integers.length : reals.length;
    }

    /** Reals rounded to the nearest integer. */
    int[] rounded() {
        if (reversible) {
            return integers;
        }
        int[] rounded = new int[reals.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (int) Math.rint(reals[i]);
        }
        return rounded;
    }
}
