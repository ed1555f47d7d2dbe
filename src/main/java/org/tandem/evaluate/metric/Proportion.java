package org.tandem.evaluate.metric;

/** A share of cases with Wilson's score interval. doi:10.1080/01621459.1927.10502953. */
public final class Proportion {

    /** The 97.5th percentile of the standard normal distribution: 95 % lie within so many standard errors. */
    static final double Z = 1.959963984540054;

    private Proportion() {}

    /** The share of successes among trials; undefined where nothing was tried. */
    public static Estimate of(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(
                    "Proportion: got " + successes + " of " + trials + ", expected no more successes than trials");
        }
        if (trials == 0) {
            return Estimate.undefined(0);
        }
        double share = (double) successes / trials;
        double scale = 1 + Z * Z / trials;
        double centre = (share + Z * Z / (2.0 * trials)) / scale;
        double half = Z / scale * Math.sqrt(share * (1 - share) / trials + Z * Z / (4.0 * trials * trials));
        double low = successes == 0 ? 0 : centre - half;
        double high = successes == trials ? 1 : centre + half;
        return new Estimate(share, new Interval(low, high), trials);
    }
}
