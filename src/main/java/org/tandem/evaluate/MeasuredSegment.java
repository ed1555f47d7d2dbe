package org.tandem.evaluate;

import java.util.List;
import org.tandem.evaluate.metric.Differences;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.evaluate.metric.Percentile;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/** A segment: overlap, surfaces and volume. */
record MeasuredSegment(String label) implements Measured {

    private static final double MM3_PER_CM3 = 1000;
    private static final int BINS = 20;

    @Override
    public String title() {
        return "Segment \"" + label + "\"";
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfSegment> cohort = cohort(cases);
        Differences.Agreement volumes = volumes(cohort).agreement();
        return List.of(
                Report.Row.of("Dice, median", median(cohort)),
                Report.Row.of("intersection over union, mean", cohort.mean(one -> overlap(one)
                        .jaccard())),
                Report.Row.of("sensitivity of voxels, mean", cohort.mean(one -> overlap(one)
                        .sensitivity())),
                Report.Row.of(
                        "PPV of voxels, mean", cohort.mean(one -> overlap(one).positivePredictiveValue())),
                new Report.Row(
                        "surface distance, mean",
                        cohort.mean(one -> one.distances().meanMm()),
                        "mm"),
                Report.Row.of(
                        "volume error relative to truth, mean of absolute",
                        cohort.mean(one -> Math.abs(overlap(one).relativeVolumeError()))),
                new Report.Row("volume, lower limit of agreement", volumes.lower(), "cm³"),
                new Report.Row("volume, upper limit of agreement", volumes.upper(), "cm³"));
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfSegment> cohort = cohort(cases);
        return List.of(
                Report.Row.of("Dice, mean", cohort.mean(MeasuredSegment::dice)),
                new Report.Row(
                        "Hausdorff 95, mean", cohort.mean(one -> one.distances().hausdorff95Mm()), "mm"),
                new Report.Row("volume, bias", volumes(cohort).agreement().bias(), "cm³"));
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfSegment> cohort = cohort(cases);
        Plot.Axis dice = Plot.Axis.share("Dice");
        Plot.Curve histogram = Plot.histogram("", cohort.each(MeasuredSegment::dice), dice, BINS);
        double most =
                histogram.points().stream().mapToDouble(Plot.Point::y).max().orElse(1);
        return List.of(
                new Plot("Dice of each case", dice, new Plot.Axis("cases", 0, Math.max(1, most)), List.of(histogram)),
                Plots.blandAltman("Volume", "cm³", volumes(cohort)));
    }

    /** How wrong a case is, to choose the worst by. */
    static double dice(CaseRecord.OfSegment one) {
        return overlap(one).dice();
    }

    private static Estimate median(Cohort<CaseRecord.OfSegment> cohort) {
        double[] dices = cohort.each(MeasuredSegment::dice);
        return cohort.estimate(chosen -> {
            double[] values = new double[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                values[i] = dices[chosen[i]];
            }
            return Percentile.of(values, 50);
        });
    }

    private static Differences volumes(Cohort<CaseRecord.OfSegment> cohort) {
        return Differences.of(
                cohort.each(one -> one.voxels().predicted() * one.voxels().volumeMm3() / MM3_PER_CM3),
                cohort.each(one -> one.voxels().reference() * one.voxels().volumeMm3() / MM3_PER_CM3));
    }

    private static Overlap overlap(CaseRecord.OfSegment one) {
        return new Overlap(
                one.voxels().both(), one.voxels().predicted(), one.voxels().reference());
    }

    private Cohort<CaseRecord.OfSegment> cohort(List<CaseRecord> cases) {
        return Cohort.of(cases, CaseRecord.Answers::segments, one -> one.label().equals(label));
    }
}
