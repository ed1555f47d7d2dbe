package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.tandem.evaluate.metric.Froc;
import org.tandem.evaluate.metric.FrocMarks;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/** Things at places: FROC. */
record MeasuredPlaces(String label) implements Measured {

    @Override
    public String title() {
        return "Detection of \"" + label + "\"";
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        return List.of(
                row(
                        "mean sensitivity at 1/8 to 8 false marks an image (CPM of LUNA16)",
                        cases,
                        Froc::competitionMetric),
                row("sensitivity at 1 false mark an image", cases, froc -> froc.sensitivityAt(1)));
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        List<Report.Row> rows = new ArrayList<>();
        for (double rate : new double[] {0.125, 0.25, 0.5, 2, 4, 8}) {
            rows.add(row("sensitivity at " + rate + " false marks an image", cases, froc -> froc.sensitivityAt(rate)));
        }
        double threshold = threshold(cases);
        String line = "of marks from " + threshold + " on (the model's threshold)";
        rows.add(row("sensitivity " + line, cases, threshold, Counts::sensitivity));
        rows.add(row("false marks an image " + line, cases, threshold, Counts::falsePerImage));
        rows.add(row("sensitivity of all marks", cases, 0, Counts::sensitivity));
        rows.add(row("false marks an image of all marks", cases, 0, Counts::falsePerImage));
        return rows;
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        Counts at = cohort(cases).answers().stream()
                .map(one -> Counts.of(one, one.threshold()))
                .reduce(Counts.NONE, Counts::plus);
        return List.of(
                Plots.froc(Froc.of(images(cohort(cases))), new Plot.Point(at.falsePerImage(), at.sensitivity())));
    }

    private Report.Row row(String name, List<CaseRecord> cases, ToDoubleFunction<Froc> measure) {
        Cohort<CaseRecord.OfPlaces> cohort = cohort(cases);
        FrocMarks marks = FrocMarks.of(images(cohort));
        return Report.Row.of(name, cohort.estimate(chosen -> measure.applyAsDouble(Froc.drawn(marks, chosen))));
    }

    private Report.Row row(String name, List<CaseRecord> cases, double threshold, ToDoubleFunction<Counts> measure) {
        Cohort<CaseRecord.OfPlaces> cohort = cohort(cases);
        List<Counts> each =
                cohort.answers().stream().map(one -> Counts.of(one, threshold)).toList();
        return Report.Row.of(name, cohort.estimate(chosen -> {
            Counts sum = Counts.NONE;
            for (int index : chosen) {
                sum = sum.plus(each.get(index));
            }
            return measure.applyAsDouble(sum);
        }));
    }

    /** What marks from a threshold on find and miss. */
    private record Counts(long found, long places, long wrong, int images) {

        static final Counts NONE = new Counts(0, 0, 0, 0);

        static Counts of(CaseRecord.OfPlaces one, double threshold) {
            Set<Integer> found = new HashSet<>();
            int wrong = 0;
            for (CaseRecord.OfMark mark : one.marks()) {
                if (mark.score() >= threshold && mark.place() == Froc.Mark.NOWHERE) {
                    wrong++;
                } else if (mark.score() >= threshold) {
                    found.add(mark.place());
                }
            }
            return new Counts(found.size(), one.places(), wrong, 1);
        }

        Counts plus(Counts other) {
            return new Counts(found + other.found, places + other.places, wrong + other.wrong, images + other.images);
        }

        double sensitivity() {
            return places == 0 ? Double.NaN : (double) found / places;
        }

        double falsePerImage() {
            return (double) wrong / images;
        }
    }

    private double threshold(List<CaseRecord> cases) {
        return cohort(cases).answers().stream()
                .mapToDouble(CaseRecord.OfPlaces::threshold)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static List<Froc.Image> images(Cohort<CaseRecord.OfPlaces> cohort) {
        return cohort.answers().stream()
                .map(one -> new Froc.Image(
                        one.marks().stream()
                                .map(mark -> new Froc.Mark(mark.score(), mark.place()))
                                .toList(),
                        one.places()))
                .toList();
    }

    private Cohort<CaseRecord.OfPlaces> cohort(List<CaseRecord> cases) {
        return Cohort.of(cases, CaseRecord.Answers::places, one -> one.label().equals(label));
    }
}
