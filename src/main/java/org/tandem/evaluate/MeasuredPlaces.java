package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tandem.evaluate.metric.Froc;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/** Things at places: FROC. */
record MeasuredPlaces(String label) implements Measured {

    @Override
    public String title() {
        return "Detection of \"" + label + "\"";
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        List<Report.Row> rows = new ArrayList<>();
        for (double rate : new double[] {0.125, 0.25, 0.5, 2, 4, 8}) {
            rows.add(row("sensitivity at " + rate + " false marks an image", cases, froc -> froc.sensitivityAt(rate)));
        }
        rows.add(row("sensitivity of all marks", cases, Froc::sensitivity));
        rows.add(row("false marks an image of all marks", cases, Froc::falsePerImage));
        return rows;
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        return List.of(
                row("mean sensitivity at 1/8 to 8 false marks an image", cases, Froc::competitionMetric),
                row("sensitivity at 1 false mark an image", cases, froc -> froc.sensitivityAt(1)));
    }

    private Report.Row row(String name, List<CaseRecord> cases, ToDoubleFunction<Froc> measure) {
        Cohort<CaseRecord.OfPlaces> cohort = cohort(cases);
        List<Froc.Image> images =
                cohort.answers().stream().map(MeasuredPlaces::image).toList();
        return Report.Row.of(name, cohort.estimate(chosen -> {
            List<Froc.Image> some = new ArrayList<>();
            for (int index : chosen) {
                some.add(images.get(index));
            }
            return measure.applyAsDouble(Froc.of(some));
        }));
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        return List.of(Plots.froc(Froc.of(
                cohort(cases).answers().stream().map(MeasuredPlaces::image).toList())));
    }

    private static Froc.Image image(CaseRecord.OfPlaces one) {
        return new Froc.Image(
                one.marks().stream()
                        .map(mark -> new Froc.Mark(mark.score(), mark.place()))
                        .toList(),
                one.places());
    }

    private Cohort<CaseRecord.OfPlaces> cohort(List<CaseRecord> cases) {
        return Cohort.of(cases, CaseRecord.Answers::places, one -> one.label().equals(label));
    }
}
