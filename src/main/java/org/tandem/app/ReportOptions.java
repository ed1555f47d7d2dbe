package org.tandem.app;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.CaseRecord;
import org.tandem.evaluate.EvaluationReport;
import org.tandem.evaluate.Told;
import org.tandem.evaluate.report.Report;
import picocli.CommandLine.Option;

/** Which cases are reported, in which groups, and where thresholds are chosen. */
final class ReportOptions {

    @Option(
            names = "--subgroup",
            paramLabel = "COLUMN",
            split = ",",
            description = "Measures for each value of a column of the data set too, such as sex, view, scanner, split.")
    private List<String> subgroups = List.of();

    @Option(
            names = "--choose-on",
            paramLabel = "SPLIT",
            description = "Chooses thresholds on this split instead of taking the model's.")
    private Optional<String> chooseOn = Optional.empty();

    @Option(
            names = "--choose-by",
            paramLabel = "RULE",
            defaultValue = "youden",
            description = "youden, f1, sensitivity>=SHARE or specificity>=SHARE (default: ${DEFAULT-VALUE}).")
    private String rule;

    @Option(names = "--report-on", paramLabel = "SPLIT", description = "Reports this split only (default: all cases).")
    private Optional<String> reportOn = Optional.empty();

    @Option(
            names = "--conformal",
            paramLabel = "LEVEL",
            description = "Sets of answers that hold the true one in this share of cases (0.9): their quantile, for the"
                    + " manifest, chosen on half of the patients (on the split of --choose-on, if given) and what they"
                    + " hold, counted on the others.")
    private Optional<Double> level = Optional.empty();

    @Option(
            names = "--statistics",
            description = "Also writes statistics.yaml: what the model was shown and what it said of these cases, as"
                    + " refine.expects and reference of a manifest. Evaluate on what it was trained on for the former.")
    private boolean statistics;

    boolean wantsStatistics() {
        return statistics;
    }

    /** Sections about sets of answers, where they are asked for. */
    List<Report.Section> sets(Told told, List<CaseRecord> records) {
        return level.map(share -> EvaluationReport.sets(told, requireShare(share), records, plan()))
                .orElse(List.of());
    }

    private static double requireShare(double share) {
        if (!(share > 0 && share < 1)) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "--conformal: got " + share + ", expected a share between 0 and 1");
        }
        return share;
    }

    /** Refuses to report a threshold on the cases on which it was chosen. */
    EvaluationReport.Plan plan() {
        if (chooseOn.isPresent() && (reportOn.isEmpty() || reportOn.equals(chooseOn))) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Thresholds chosen on split \"" + chooseOn.get() + "\": got a report on "
                            + reportOn.map(split -> "the same split").orElse("all splits")
                            + ", expected --report-on another one");
        }
        return new EvaluationReport.Plan(
                subgroups, chooseOn.map(split -> new EvaluationReport.Choice(rule, split)), reportOn);
    }
}
