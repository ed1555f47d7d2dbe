package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tandem.evaluate.metric.Confusion;
import org.tandem.evaluate.metric.ConfusionMatrix;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.metric.RocCurve;
import org.tandem.evaluate.metric.Scores;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/**
 * All classes together. Where each case has exactly one, the most probable is the answer; otherwise every class is
 * decided by its own threshold, and the averages are over classes (macro) or over decisions (micro).
 */
record MeasuredClasses(List<MeasuredClass> classes) implements Measured {

    MeasuredClasses {
        classes = List.copyOf(classes);
    }

    @Override
    public String title() {
        return "All classes";
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        List<Report.Row> rows = new ArrayList<>();
        Cohort<CaseRecord> cohort = cohort(cases);
        if (isExclusive(cohort.cases())) {
            ConfusionMatrix all = matrix(cohort.cases(), all(cohort));
            rows.add(Report.Row.of("accuracy (micro F1), most probable class", all.accuracy()));
            rows.add(row("balanced accuracy", cohort, ConfusionMatrix::balancedAccuracy));
            rows.add(row("F1, macro", cohort, m -> m.macro(one -> one.f1().value())));
            rows.add(row(
                    "PPV, macro",
                    cohort,
                    m -> m.macro(one -> one.positivePredictiveValue().value())));
            rows.add(row("quadratic kappa, where classes have an order", cohort, ConfusionMatrix::quadraticKappa));
        } else {
            rows.addAll(
                    bothAverages(cohort, "sensitivity", one -> one.sensitivity().value()));
            rows.addAll(
                    bothAverages(cohort, "specificity", one -> one.specificity().value()));
            rows.addAll(bothAverages(cohort, "F1", one -> one.f1().value()));
            rows.addAll(bothAverages(cohort, "accuracy", one -> one.accuracy().value()));
        }
        return rows;
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        Cohort<CaseRecord> cohort = cohort(cases);
        List<Scores> scores =
                classes.stream().map(one -> one.scores(cohort.cases())).toList();
        return List.of(Report.Row.of("AUC, macro", cohort.estimate(chosen -> scores.stream()
                .mapToDouble(one -> RocCurve.of(one.select(chosen)).area())
                .filter(area -> !Double.isNaN(area))
                .average()
                .orElse(Double.NaN))));
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        return List.of();
    }

    private static Report.Row row(String name, Cohort<CaseRecord> cohort, ToDoubleFunction<ConfusionMatrix> measure) {
        Estimate estimate = cohort.estimate(chosen -> measure.applyAsDouble(matrix(cohort.cases(), chosen)));
        return Report.Row.of(name, estimate);
    }

    /** Each class decided at its threshold: the mean over those on which it is defined, and of all decisions. */
    private List<Report.Row> bothAverages(Cohort<CaseRecord> cohort, String name, ToDoubleFunction<Confusion> measure) {
        List<Function<int[], Confusion>> decisions =
                classes.stream().map(one -> one.decisions(cohort.cases())).toList();
        Estimate macro = cohort.estimate(chosen -> decisions.stream()
                .mapToDouble(decided -> measure.applyAsDouble(decided.apply(chosen)))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN));
        Estimate micro = cohort.estimate(chosen -> measure.applyAsDouble(decisions.stream()
                .map(decided -> decided.apply(chosen))
                .reduce(new Confusion(0, 0, 0, 0), Confusion::plus)));
        return List.of(Report.Row.of(name + ", macro", macro), Report.Row.of(name + ", micro", micro));
    }

    private static boolean isExclusive(List<CaseRecord> cases) {
        return cases.stream()
                .allMatch(one -> one.answers().classes().stream()
                                .filter(CaseRecord.OfClass::positive)
                                .count()
                        == 1);
    }

    private static ConfusionMatrix matrix(List<CaseRecord> cases, int[] chosen) {
        int[] truth = new int[chosen.length];
        int[] said = new int[chosen.length];
        int count = 0;
        for (int i = 0; i < chosen.length; i++) {
            List<CaseRecord.OfClass> answers = cases.get(chosen[i]).answers().classes();
            count = answers.size();
            for (int c = 0; c < count; c++) {
                truth[i] = answers.get(c).positive() ? c : truth[i];
                said[i] = answers.get(c).score() > answers.get(said[i]).score() ? c : said[i];
            }
        }
        return ConfusionMatrix.of(truth, said, count);
    }

    private static int[] all(Cohort<CaseRecord> cohort) {
        return IntStream.range(0, cohort.size()).toArray();
    }

    private static Cohort<CaseRecord> cohort(List<CaseRecord> cases) {
        List<CaseRecord> having =
                cases.stream().filter(one -> !one.answers().classes().isEmpty()).toList();
        return new Cohort<>(having, having);
    }
}
