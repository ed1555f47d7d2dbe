package org.tandem.evaluate.metric;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How cases of several exclusive classes were called: rows are true classes, columns what was said. Averages over
 * classes as Sokolova and Lapalme, doi:10.1016/j.ipm.2009.03.002: macro gives each class the same weight, micro each
 * case; a class on which a measure is not defined is left out of the macro average.
 */
public final class ConfusionMatrix {

    private final long[][] counts;

    private ConfusionMatrix(long[][] counts) {
        this.counts = counts;
    }

    /** Counts; classes are numbered from 0. */
    public static ConfusionMatrix of(int[] truth, int[] said, int classes) {
        if (truth.length != said.length) {
            throw new IllegalArgumentException(
                    "Confusion matrix: got " + truth.length + " truths and " + said.length + " answers");
        }
        long[][] counts = new long[classes][classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][said[i]]++;
        }
        return new ConfusionMatrix(counts);
    }

    public int classes() {
        return counts.length;
    }

    public long count(int truth, int said) {
        return counts[truth][said];
    }

    public long n() {
        return IntStream.range(0, classes()).mapToLong(this::having).sum();
    }

    /** One class against all others. */
    public Confusion against(int one) {
        long both = counts[one][one];
        long falsePositives = saying(one) - both;
        long falseNegatives = having(one) - both;
        return new Confusion(both, falsePositives, n() - both - falsePositives - falseNegatives, falseNegatives);
    }

    public List<Confusion> perClass() {
        return IntStream.range(0, classes()).mapToObj(this::against).toList();
    }

    /** Share of cases called by their class. It equals the micro average of F1, sensitivity and PPV. */
    public Estimate accuracy() {
        return Proportion.of(
                IntStream.range(0, classes()).mapToLong(i -> counts[i][i]).sum(), n());
    }

    /** The mean of a measure over the classes on which it is defined. */
    public double macro(ToDoubleFunction<Confusion> measure) {
        return perClass().stream()
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /** Mean sensitivity of the classes (doi:10.1109/ICPR.2010.764). */
    public double balancedAccuracy() {
        return macro(one -> one.sensitivity().value());
    }

    /** Agreement beyond chance, near misses of ordered classes forgiven by the square. doi:10.1037/h0026256. */
    public double quadraticKappa() {
        double observed = 0;
        double expected = 0;
        for (int i = 0; i < classes(); i++) {
            for (int j = 0; j < classes(); j++) {
                double weight = (double) (i - j) * (i - j);
                observed += weight * counts[i][j];
                expected += weight * having(i) * saying(j) / n();
            }
        }
        return expected == 0 ? Double.NaN : 1 - observed / expected;
    }

    private long having(int one) {
        return IntStream.range(0, classes())
                .mapToLong(said -> counts[one][said])
                .sum();
    }

    private long saying(int one) {
        return IntStream.range(0, classes())
                .mapToLong(truth -> counts[truth][one])
                .sum();
    }
}
