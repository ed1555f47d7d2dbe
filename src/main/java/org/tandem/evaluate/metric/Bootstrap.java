package org.tandem.evaluate.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals by resampling, of any statistic (percentile bootstrap; Efron, doi:10.1214/aos/1176344552). What is drawn is
 * a whole group, such as all images of a patient, since what belongs together does not count as so many cases (Field
 * and Welsh, doi:10.1111/j.1467-9868.2007.00593.x). The same seed gives the same interval.
 */
public final class Bootstrap {

    /** Fewer resamples on which the statistic is defined say nothing of its tails. */
    private static final int LEAST_DEFINED = 100;

    private final List<int[]> groups;
    private final int rounds;
    private final long seed;

    /** Draws groups of indices of cases, so many times. */
    public Bootstrap(List<int[]> groups, int rounds, long seed) {
        this.groups = List.copyOf(groups);
        this.rounds = rounds;
        this.seed = seed;
    }

    /** Draws single cases. */
    public static Bootstrap ofCases(int n, int rounds, long seed) {
        return new Bootstrap(IntStream.range(0, n).mapToObj(i -> new int[] {i}).toList(), rounds, seed);
    }

    /**
     * The middle 95 % of what the statistic is on resampled cases. Resamples on which it is NaN are left out;
     * {@link Interval#NONE} where too few remain or fewer than two groups are there.
     */
    public Interval interval(ToDoubleFunction<int[]> statistic) {
        if (groups.size() < 2) {
            return Interval.NONE;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = IntStream.range(0, rounds)
                .mapToDouble(round -> statistic.applyAsDouble(resample(random)))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return values.length < LEAST_DEFINED
                ? Interval.NONE
                : new Interval(Percentile.ofSorted(values, 2.5), Percentile.ofSorted(values, 97.5));
    }

    /** A value on all the cases with its interval. */
    public Estimate estimate(ToDoubleFunction<int[]> statistic) {
        int[] all = groups.stream().flatMapToInt(Arrays::stream).toArray();
        double value = all.length == 0 ? Double.NaN : statistic.applyAsDouble(all);
        return new Estimate(value, Double.isNaN(value) ? Interval.NONE : interval(statistic), all.length);
    }

    private int[] resample(SplittableRandom random) {
        return IntStream.range(0, groups.size())
                .map(i -> random.nextInt(groups.size()))
                .flatMap(group -> Arrays.stream(groups.get(group)))
                .toArray();
    }
}
