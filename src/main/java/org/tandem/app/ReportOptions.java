package org.tandem.app;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.TandemException;
import org.tandem.evaluate.EvaluationReport;
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
