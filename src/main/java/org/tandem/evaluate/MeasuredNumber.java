package org.tandem.evaluate;

import java.util.List;
import org.tandem.evaluate.metric.Differences;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.metric.Interval;
import org.tandem.evaluate.report.Plot;
import org.tandem.evaluate.report.Report;

/** A number that a model estimates: errors, and limits of agreement. */
record MeasuredNumber(String label, String unit) implements Measured {

    @Override
    public String title() {
        return "Number \"" + label + "\"";
    }

    @Override
    public List<Report.Row> furtherRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfNumber> cohort = cohort(cases);
        Differences differences = differences(cohort);
        Differences.Agreement agreement = differences.agreement();
        return List.of(
                Report.Row.of("mean squared error", cohort.mean(one -> Math.pow(one.estimated() - one.truth(), 2))),
                Report.Row.of(
                        "coefficient of determination",
                        new Estimate(differences.determination(), Interval.NONE, differences.n())),
                new Report.Row("lower limit of agreement", agreement.lower(), unit),
                new Report.Row("upper limit of agreement", agreement.upper(), unit));
    }

    @Override
    public List<Report.Row> mainRows(List<CaseRecord> cases) {
        Cohort<CaseRecord.OfNumber> cohort = cohort(cases);
        return List.of(
                absolute(cohort),
                new Report.Row("bias", differences(cohort).agreement().bias(), unit));
    }

    @Override
    public List<Plot> plots(List<CaseRecord> cases) {
        return List.of(Plots.blandAltman(label, unit, differences(cohort(cases))));
    }

    private Report.Row absolute(Cohort<CaseRecord.OfNumber> cohort) {
        return new Report.Row("mean absolute error", cohort.mean(one -> Math.abs(one.estimated() - one.truth())), unit);
    }

    private static Differences differences(Cohort<CaseRecord.OfNumber> cohort) {
        return Differences.of(cohort.each(CaseRecord.OfNumber::estimated), cohort.each(CaseRecord.OfNumber::truth));
    }

    private Cohort<CaseRecord.OfNumber> cohort(List<CaseRecord> cases) {
        return Cohort.of(cases, CaseRecord.Answers::numbers, one -> one.label().equals(label));
    }
}
