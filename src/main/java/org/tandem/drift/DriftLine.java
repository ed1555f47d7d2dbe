package org.tandem.drift;

import java.util.Optional;
import org.tandem.model.Reference;

/**
 * A quantity now and before.
 *
 * @param test of the difference between both; empty where there are too few
 * @param manifest how many standard errors its mean lies from the manifest's; empty where that says nothing of it, or
 *     where there are too few
 */
public record DriftLine(DriftRow now, Tally before, Optional<KolmogorovSmirnov> test, Optional<Double> manifest) {

    /** Fewer exams than these tell nothing. */
    static final int FEWEST = 20;

    /**
     * By chance alone, one of ten thousand rows: a hundred rows that are looked at daily, one false alarm in months.
     */
    static final double CHANCE = 1e-4;

    /** Standard errors that chance alone exceeds as seldom: 2 (1 − Φ(3.89)) = 0.0001. */
    static final double STANDARD_ERRORS = 3.89;

    /** What is worth a person's time: a tenth of all exams lie elsewhere than before. */
    static final double DISTANCE = 0.1;

    /** As large a shift of the mean, in standard deviations: Φ(0.125) − Φ(−0.125) = 0.1. */
    static final double SHIFT = 0.25;

    static DriftLine of(DriftRow now, Tally before, Optional<Reference> reference) {
        boolean enough = now.tally().count() >= FEWEST;
        Optional<KolmogorovSmirnov> test = enough && before.count() >= FEWEST
                ? Optional.of(KolmogorovSmirnov.of(now.tally().sketch(), before.sketch()))
                : Optional.empty();
        return new DriftLine(
                now,
                before,
                test,
                enough ? reference.map(expected -> standardErrors(now.tally(), expected)) : Optional.empty());
    }

    /** Whether it is elsewhere than it was before. */
    public boolean hasChanged() {
        return test.filter(found -> found.probability() < CHANCE && found.distance() >= DISTANCE)
                .isPresent();
    }

    /** Whether it is elsewhere than the manifest says. */
    public boolean differsFromManifest() {
        return manifest.filter(errors -> Math.abs(errors) > STANDARD_ERRORS).isPresent();
    }

    /** What to think of it. */
    public String inWords() {
        String change =
                test.isEmpty() ? "too few exams to compare" : hasChanged() ? direction() + " than before" : "as before";
        return differsFromManifest()
                ? change + "; " + (manifest.orElse(0.0) > 0 ? "above" : "below") + " the manifest's"
                : change;
    }

    private String direction() {
        double shift = now.tally().mean() - before.mean();
        boolean isOfMean = Math.abs(shift) > before.deviation() * DISTANCE;
        return isOfMean ? shift > 0 ? "higher" : "lower" : "otherwise distributed";
    }

    /** Welch's statistic; a shift that is too small to matter is none. */
    private static double standardErrors(Tally now, Reference expected) {
        double shift = now.mean() - expected.mean();
        double error = Math.sqrt(now.deviation() * now.deviation() / now.count()
                + expected.deviation() * expected.deviation() / expected.n());
        return Math.abs(shift) <= SHIFT * expected.deviation() ? 0 : shift / Math.max(error, Double.MIN_NORMAL);
    }
}
