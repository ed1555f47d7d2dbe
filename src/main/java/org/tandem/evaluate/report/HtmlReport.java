package org.tandem.evaluate.report;

import java.util.Base64;
import java.util.List;

/** Writes a report as one HTML page: no scripts, nothing loaded, readable on paper. */
public final class HtmlReport {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>TITLE</title>
            <style>
            body{font:15px/1.5 system-ui,sans-serif;color:#1b1f24;max-width:1240px;margin:2rem auto;padding:0 1.2rem}
            h1{font-size:1.6rem;margin:0 0 .2rem}h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid #d5dae0}
            table{border-collapse:collapse;margin:.6rem 0}th,td{text-align:left;padding:.22rem .9rem .22rem 0;vertical-align:top}
            th{font-weight:600;color:#4a5560}tbody tr{border-top:1px solid #eceff2}td.n{font-variant-numeric:tabular-nums}
            .plots{display:flex;flex-wrap:wrap;gap:1rem}svg{width:380px;height:320px}svg text{font:11px system-ui,sans-serif;fill:#4a5560}
            svg text.t{font-size:13px;font-weight:600;fill:#1b1f24}svg .g{stroke:#e6e9ed;fill:none}svg .c{fill:none;stroke-width:2}
            figure{margin:0;max-width:380px}figure img{max-width:100%;image-rendering:auto}figcaption{font-size:.85rem;color:#4a5560;overflow-wrap:anywhere}
            .note{color:#4a5560;max-width:60rem}@media print{h2{break-after:avoid}figure,svg{break-inside:avoid}}
            </style></head><body>
            """;

    private final StringBuilder page = new StringBuilder();

    private HtmlReport() {}

    /** The page. */
    public static String of(Report report) {
        HtmlReport html = new HtmlReport();
        html.add(HEAD.replace("TITLE", Html.escape(report.title())));
        html.addHeader(report);
        report.sections().forEach(html::addSection);
        html.addWorst(report.worst());
        return html.page.append("</body></html>\n").toString();
    }

    private void addHeader(Report report) {
        add("<h1>" + Html.escape(report.title()) + "</h1>\n<table>");
        report.facts()
                .forEach((name, value) ->
                        add("<tr><th>" + Html.escape(name) + "</th><td>" + Html.escape(value) + "</td></tr>"));
        add("</table>\n");
        report.notes().forEach(note -> add("<p class=\"note\">" + Html.escape(note) + "</p>\n"));
    }

    private void addSection(Report.Section section) {
        add("<h2>" + Html.escape(section.title()) + "</h2>\n");
        add("<table><thead><tr><th>measure</th><th>value (95 % interval)</th><th>n</th></tr></thead><tbody>");
        section.rows().forEach(this::addRow);
        add("</tbody></table>\n<div class=\"plots\">");
        section.details().plots().forEach(plot -> add(SvgPlot.draw(plot)));
        add("</div>\n");
        section.details().groups().forEach(this::addGroups);
    }

    private void addRow(Report.Row row) {
        add("<tr><td>" + Html.escape(row.measure()) + "</td><td class=\"n\">" + value(row) + "</td><td class=\"n\">"
                + row.estimate().n() + "</td></tr>");
    }

    private static String value(Report.Row row) {
        String unit = row.unit().isEmpty() ? "" : " " + Html.escape(row.unit());
        return Html.estimate(row.estimate()) + unit;
    }

    private void addGroups(Report.Groups groups) {
        if (groups.groups().isEmpty()) {
            return;
        }
        add("<h3>By " + Html.escape(groups.column()) + "</h3>\n<table><thead><tr><th>" + Html.escape(groups.column())
                + "</th>");
        groups.groups().get(0).rows().forEach(row -> add("<th>" + Html.escape(row.measure()) + "</th>"));
        add("</tr></thead><tbody>");
        for (Report.Group group : groups.groups()) {
            add("<tr><td>" + Html.escape(group.value()) + "</td>");
            group.rows()
                    .forEach(row -> add("<td class=\"n\">" + value(row) + ", n = "
                            + row.estimate().n() + "</td>"));
            add("</tr>");
        }
        add("</tbody></table>\n");
    }

    private void addWorst(List<Report.Picture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        add("<h2>Worst cases</h2>\n<div class=\"plots\">");
        for (Report.Picture picture : pictures) {
            add("<figure><img alt=\"\" src=\"data:image/png;base64,"
                    + Base64.getEncoder().encodeToString(picture.png()) + "\"><figcaption>"
                    + Html.escape(picture.caption()) + "</figcaption></figure>\n");
        }
        add("</div>\n");
    }

    private void add(String text) {
        page.append(text);
    }
}
