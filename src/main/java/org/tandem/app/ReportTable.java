package org.tandem.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tandem.evaluate.metric.Estimate;
import org.tandem.evaluate.report.Report;

/** The measures of a report as a table for a console: a line each, of what model, on what data, of how many cases. */
record ReportTable(String model, String data, String split) {

    private static final List<String> HEADER =
            List.of("model", "data", "split", "n", "measure", "value", "95 % interval");

    /** Of a report with more sections the main measures only. */
    private static final int FEW_SECTIONS = 4;

    private static final String GAP = "  ";

    /** The lines, columns below each other. */
    List<String> lines(Report report) {
        boolean all = report.sections().size() <= FEW_SECTIONS;
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (Report.Section section : report.sections()) {
            for (Report.Row row : all ? section.rows() : section.main()) {
                rows.add(cells(section, row));
            }
        }
        int[] widths = IntStream.range(0, HEADER.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private List<String> cells(Report.Section section, Report.Row row) {
        Estimate estimate = row.estimate();
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        String interval = estimate.interval().exists()
                ? number(estimate.interval().low(), 3) + " to "
                        + number(estimate.interval().high(), 3)
                : "";
        return List.of(
                model,
                data,
                split,
                Long.toString(estimate.n()),
                section.title() + ": " + row.measure(),
                estimate.isDefined() ? number(estimate.value(), 4) + unit : "not defined",
                interval);
    }

    private static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
