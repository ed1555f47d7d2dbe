package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.metric.Interval;
import org.tandem.evaluate.metric.Proportion;
import org.tandem.evaluate.report.Report;
import org.tandem.model.Meaning;
import org.tandem.model.Output;

/**
 * Sets of answers that hold the true one at a level, by split conformal prediction (doi:10.1080/01621459.2017.1395341):
 * the quantile of 1 − p(true answer) is taken on some cases, what the sets hold is counted on others. Of an output with
 * one class the answers are that it is there and that it is not.
 *
 * @param labels of the output's classes
 * @param level the share of cases
 */
record PredictionSets(List<String> labels, double level) {

    private static final long SEED = 1;

    PredictionSets {
        labels = List.copyOf(labels);
    }

    /** Cases to take the quantile on, and others to count on. */
    record Halves(List<CaseRecord> choose, List<CaseRecord> count) {

        /** Whole patients, where the data set tells them apart, drawn with a fixed seed. */
        static Halves of(List<CaseRecord> cases) {
            List<int[]> patients = new ArrayList<>(new Cohort<>(cases, cases).groups());
            Collections.shuffle(patients, new Random(SEED));
            int half = patients.size() / 2;
            return new Halves(
                    some(cases, patients.subList(0, half)), some(cases, patients.subList(half, patients.size())));
        }

        private static List<CaseRecord> some(List<CaseRecord> cases, List<int[]> patients) {
            return patients.stream()
                    .flatMapToInt(Arrays::stream)
                    .sorted()
                    .mapToObj(cases::get)
                    .toList();
        }
    }

    /** Of the outputs that tell of answers of which one is true. */
    static List<PredictionSets> of(Told told, double level) {
        return told.outputs().stream()
                .filter(Output.Classification.class::isInstance)
                .map(Output.Classification.class::cast)
                .filter(output ->
                        output.classes().size() == 1 || output.scoring().choice() != Output.Choice.MULTI_LABEL)
                .map(output -> new PredictionSets(
                        output.meanings().stream().map(Meaning::label).toList(), level))
                .toList();
    }

    Report.Section section(Halves halves) {
        List<Answers> chosen = answers(halves.choose());
        double quantile = quantile(chosen);
        List<Answers> counted = answers(halves.count());
        List<Report.Row> rows = List.of(
                Report.Row.of("sets that hold the true answer", share(counted, one -> one.holdsTruth(quantile))),
                Report.Row.of(
                        "quantile of 1 − p(true answer), chosen on other cases",
                        new Estimate(quantile, Interval.NONE, chosen.size())));
        List<Report.Row> further = List.of(
                Report.Row.of("sets of one answer", share(counted, one -> one.size(quantile) == 1)),
                Report.Row.of("sets of several answers", share(counted, one -> one.size(quantile) > 1)),
                Report.Row.of("sets of none", share(counted, one -> one.size(quantile) == 0)));
        return new Report.Section(
                "Sets of answers to " + String.join(", ", labels) + ", level " + level,
                rows,
                Stream.concat(further.stream(), ofEach(counted, quantile)).toList(),
                Report.Details.NONE);
    }

    /** That all together hold at the level does not mean that those with a rare answer do. */
    private Stream<Report.Row> ofEach(List<Answers> counted, double quantile) {
        int answers = labels.size() == 1 ? 2 : labels.size();
        return IntStream.range(0, answers)
                .mapToObj(truth -> Report.Row.of(
                        "sets that hold the true answer, of cases " + (truth < labels.size() ? "with " : "without ")
                                + labels.get(truth % labels.size()),
                        share(
                                counted.stream()
                                        .filter(one -> one.truth() == truth)
                                        .toList(),
                                one -> one.holdsTruth(quantile))));
    }

    private static Estimate share(List<Answers> cases, Predicate<Answers> which) {
        return Proportion.of(cases.stream().filter(which).count(), cases.size());
    }

    /** The ⌈(n + 1) · level⌉-th smallest of 1 − p(true answer); 1, which lets every answer in, of too few cases. */
    private double quantile(List<Answers> cases) {
        double[] sorted = cases.stream()
                .mapToDouble(one -> 1 - one.probabilities()[one.truth()])
                .sorted()
                .toArray();
        int rank = (int) Math.ceil((sorted.length + 1) * level);
        return rank > sorted.length ? 1 : sorted[rank - 1];
    }

    /** How probable each answer is, and which is true. */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Answers(double[] probabilities, int truth) {

        boolean holdsTruth(double quantile) {
            return probabilities[truth] >= 1 - quantile;
        }

        long size(double quantile) {
            return DoubleStream.of(probabilities)
                    .filter(probability -> probability >= 1 - quantile)
                    .count();
        }
    }

    private List<Answers> answers(List<CaseRecord> cases) {
        return cases.stream().flatMap(one -> answers(one).stream()).toList();
    }

    /** Empty of a case of which not every class is told, or not one true. */
    private Optional<Answers> answers(CaseRecord one) {
        List<CaseRecord.OfClass> classes = labels.stream()
                .flatMap(label -> one.answers().classes().stream()
                        .filter(said -> said.label().equals(label)))
                .toList();
        if (classes.size() != labels.size()) {
            return Optional.empty();
        }
        if (classes.size() == 1) {
            double score = classes.get(0).score();
            return Optional.of(
                    new Answers(new double[] {score, 1 - score}, classes.get(0).positive() ? 0 : 1));
        }
        int[] positive = IntStream.range(0, classes.size())
                .filter(i -> classes.get(i).positive())
                .toArray();
        return positive.length == 1
                ? Optional.of(new Answers(
                        classes.stream().mapToDouble(CaseRecord.OfClass::score).toArray(), positive[0]))
                : Optional.empty();
    }
}
