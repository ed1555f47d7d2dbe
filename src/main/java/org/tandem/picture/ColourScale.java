package org.tandem.picture;

import java.awt.Color;

/**
 * Colours for numbers from low to high: black through purple and orange to light yellow, growing evenly brighter, also
 * for the colour-blind and in print (matplotlib's "inferno", CC0, at every eighth).
 *
 * @param unit of the numbers, perhaps empty
 */
public record ColourScale(double low, double high, String unit) {

    private static final int[] INFERNO = {
        0x000004, 0x210C4A, 0x57106E, 0x8A226A, 0xBC3754, 0xE45A31, 0xF98C0A, 0xF9C932, 0xFCFFA4
    };

    public ColourScale {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "Scale of colours: got " + low + " to " + high + ", expected low < high");
        }
    }

    /**
     * From the least to the greatest of some values, those that are no numbers left out; 0 to 1 where all are equal.
     */
    public static ColourScale over(float[] values, String unit) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return low < high ? new ColourScale(low, high, unit) : new ColourScale(0, 1, unit);
    }

    /** Where a value stands between low and high, 0 to 1. */
    public double share(double value) {
        return Math.max(0, Math.min(1, (value - low) / (high - low)));
    }

    public Color colour(double value) {
        double at = share(value) * (INFERNO.length - 1);
        int below = Math.min((int) at, INFERNO.length - 2);
        double rest = at - below;
        int rgb = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int one = INFERNO[below] >> shift & 0xFF;
            int other = INFERNO[below + 1] >> shift & 0xFF;
            rgb |= (int) Math.round(one + rest * (other - one)) << shift;
        }
        return new Color(rgb);
    }
}
