package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.tandem.evaluate.metric.Confusion;
import org.tandem.evaluate.metric.DeLong;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.metric.Interval;
import org.tandem.evaluate.metric.PrecisionRecall;
import org.tandem.evaluate.metric.Reliability;
import org.tandem.evaluate.metric.RocCurve;
import org.tandem.evaluate.metric.Scores;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/**
 * One class against all others: how well scores tell them apart, what is decided at a threshold, and whether
 * probabilities mean what they say.
 *
 * @param threshold chosen on other cases; empty: the model's own
 */
record MeasuredClass(String label, OptionalDouble threshold) implements Measured {

    static final int BINS = 10;

    @Override
    public String title() {
        return "Class \"" + label + "\"";
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfClass> cohort = cohort(cases);
        Scores scores = scores(cohort);
        Reliability reliability = Reliability.of(scores, BINS);
        List<Report.Row> rows = new ArrayList<>();
        rows.add(
                Report.Row.of("AUC, interval by bootstrap", cohort.estimate(chosen -> RocCurve.of(scores.select(chosen))
                        .area())));
        rows.add(Report.Row.of("average precision", cohort.estimate(chosen -> PrecisionRecall.of(scores.select(chosen))
                .averagePrecision())));
        rows.addAll(decided(Confusion.of(scores, at(cohort)), at(cohort)));
        rows.add(Report.Row.of("Brier score", cohort.estimate(chosen -> Reliability.of(scores.select(chosen), BINS)
                .brier())));
        rows.add(Report.Row.of(
                "expected calibration error, " + BINS + " bins",
                new Estimate(reliability.expectedError(), Interval.NONE, scores.size())));
        return rows;
    }

    private static List<Report.Row> decided(Confusion confusion, double threshold) {
        return List.of(
                Report.Row.of("threshold", new Estimate(threshold, Interval.NONE, confusion.n())),
                Report.Row.of("PPV", confusion.positivePredictiveValue()),
                Report.Row.of("NPV", confusion.negativePredictiveValue()),
                Report.Row.of("accuracy", confusion.accuracy()),
                Report.Row.of("F1", confusion.f1()));
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfClass> cohort = cohort(cases);
        Scores scores = scores(cohort);
        Confusion confusion = Confusion.of(scores, at(cohort));
        return List.of(
                Report.Row.of("AUC, interval by DeLong", DeLong.area(scores)),
                Report.Row.of(
                        "share that has it",
                        new Estimate((double) scores.positives() / scores.size(), Interval.NONE, scores.size())),
                Report.Row.of("sensitivity", confusion.sensitivity()),
                Report.Row.of("specificity", confusion.specificity()));
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfClass> cohort = cohort(cases);
        Scores scores = scores(cohort);
        return List.of(
                Plots.roc(scores, at(cohort)),
                Plots.precisionRecall(scores),
                Plots.reliability(Reliability.of(scores, BINS)),
                Plots.scores(scores));
    }

    /** The scores of a class and whether it is there, in the order of the cases. */
    Scores scores(List<CaseRecord> cases) {
        return scores(cohort(cases));
    }

    /** The decisions at the threshold, on those of the cases that are chosen. */
    Function<int[], Confusion> decisions(List<CaseRecord> cases) {
        Scores scores = scores(cases);
        double at = at(cohort(cases));
        return chosen -> Confusion.of(scores.select(chosen), at);
    }

    private static Scores scores(Cohort<CaseRecord.OfClass> cohort) {
        boolean[] positive = new boolean[cohort.size()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = cohort.answers().get(i).positive();
        }
        return Scores.of(cohort.each(CaseRecord.OfClass::score), positive);
    }

    private double at(Cohort<CaseRecord.OfClass> cohort) {
        return threshold.orElse(cohort.answers().stream()
                .mapToDouble(CaseRecord.OfClass::threshold)
                .findFirst()
                .orElse(0.5));
    }

    private Cohort<CaseRecord.OfClass> cohort(List<CaseRecord> cases) {
        return Cohort.of(cases, CaseRecord.Answers::classes, one -> one.label().equals(label));
    }
}
