package org.tandem.model;

/**
 * What the whole numbers of a tensor of a quantised network mean: each, less the zero point, times the scale.
 *
 * @param tensor name of an input or an output in the signature
 * @param scale positive
 * @param zeroPoint the whole number that means 0
 */
public record Quantisation(String tensor, double scale, int zeroPoint) {

    public Quantisation {
        if (!(scale > 0) || !Double.isFinite(scale)) {
            throw new IllegalArgumentException(
                    "Scale of " + tensor + ": got " + scale + ", expected a positive number");
        }
    }

    /** What a number of the tensor means. */
    public float meaning(float quantised) {
        return (float) ((quantised - zeroPoint) * scale);
    }

    /** The number, not rounded yet, that means this. */
    public float quantised(float meaning) {
        return (float) (meaning / scale + zeroPoint);
    }
}
