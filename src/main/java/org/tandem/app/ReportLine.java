package org.tandem.app;

import java.util.Locale;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.report.Report;

/** A measure as a line on the console. */
final class ReportLine {

    private ReportLine() {}

    static String of(Report.Row row) {
        Estimate estimate = row.estimate();
        String interval = estimate.interval().exists()
                ? String.format(
                        Locale.ROOT,
                        " (%.3f to %.3f)",
                        estimate.interval().low(),
                        estimate.interval().high())
                : "";
        String value = estimate.isDefined() ? String.format(Locale.ROOT, "%.4f", estimate.value()) : "not defined";
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        return String.format(Locale.ROOT, "  %-50s %s%s%s, n = %d", row.measure(), value, interval, unit, estimate.n());
    }
}
