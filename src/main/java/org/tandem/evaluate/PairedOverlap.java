package org.tandem.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tandem.evaluate.report.Report;

/** Two models' masks of the same cases: the mean difference of Dice, case by case. */
final class PairedOverlap {

    private PairedOverlap() {}

    /** A row for each segment that both know. */
    static List<Report.Row> rows(String other, List<CaseRecord> first, List<CaseRecord> second) {
        Set<String> labels = new LinkedHashSet<>();
        first.forEach(one -> one.answers().segments().forEach(segment -> labels.add(segment.label())));
        List<Report.Row> rows = new ArrayList<>();
        for (String label : labels) {
            Cohort<CaseRecord.OfSegment> ours = cohort(first, label);
            Cohort<CaseRecord.OfSegment> theirs = cohort(second, label);
            if (ours.size() == theirs.size()) {
                double[] one = ours.each(MeasuredSegment::dice);
                double[] two = theirs.each(MeasuredSegment::dice);
                rows.add(Report.Row.of(
                        label + ": Dice less that of " + other + ", mean of pairs", ours.estimate(chosen -> {
                            double sum = 0;
                            for (int index : chosen) {
                                sum += one[index] - two[index];
                            }
                            return sum / chosen.length;
                        })));
            }
        }
        return rows;
    }

    private static Cohort<CaseRecord.OfSegment> cohort(List<CaseRecord> cases, String label) {
        return Cohort.of(cases, CaseRecord.Answers::segments, one -> one.label().equals(label));
    }
}
