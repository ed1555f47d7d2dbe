package org.tandem.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tandem.ingest.IngestCounters;
import org.tandem.series.SeriesRecord;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.JobRecord;
import org.tandem.work.ResultRecord;

/** The page that says, on one screen, what came, what is running, what was found and where it went. */
final class StatusPage {

    private static final int ROWS = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final StatusServer.Sources sources;
    private final String template;

    StatusPage(StatusServer.Sources sources) {
        this.sources = sources;
        try (InputStream in = StatusPage.class.getResourceAsStream("status.html")) {
            if (in == null) {
                throw new IllegalStateException("status.html is not on the class path");
            }
            this.template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String render() {
        return template.replace("{{counts}}", counts()).replace("{{series}}", series());
    }

    private String counts() {
        IngestCounters received = sources.received().get();
        StringBuilder html = new StringBuilder();
        count(html, "instances received", received.stored());
        sources.inference().models().get().forEach((state, n) -> count(html, "models " + state, n));
        sources.series().counts().forEach((state, n) -> count(html, "series " + lower(state), n));
        sources.work().ledger().countsByState().forEach((state, n) -> count(html, "jobs " + lower(state), n));
        sources.work()
                .ledger()
                .deliveryCountsByState()
                .forEach((state, n) -> count(html, "deliveries " + lower(state), n));
        return html.toString();
    }

    private static void count(StringBuilder html, String what, long n) {
        html.append("<div class=\"count\"><b>")
                .append(n)
                .append("</b>")
                .append(escape(what))
                .append("</div>\n");
    }

    private String series() {
        StringBuilder html = new StringBuilder();
        for (SeriesRecord series : sources.series().before(Instant.now().plusSeconds(60), ROWS)) {
            List<JobRecord> jobs = sources.work().ledger().ofSeries(series.uid());
            row(html, series, jobs.isEmpty() ? Optional.empty() : Optional.of(jobs.get(0)));
        }
        return html.isEmpty() ? "<tr><td colspan=\"6\">Nothing has come yet.</td></tr>" : html.toString();
    }

    private void row(StringBuilder html, SeriesRecord series, Optional<JobRecord> job) {
        String state = job.map(j -> lower(j.state())).orElse(lower(series.state()));
        html.append("<tr><td>").append(TIME.format(series.arrivals().last())).append("</td>");
        html.append("<td title=\"").append(escape(series.uid().value())).append("\">");
        html.append(escape(series.identity().modality())).append(", ");
        html.append(series.arrivals().instanceCount()).append(" instances from ");
        html.append(escape(series.source().calling().value())).append("</td>");
        html.append("<td>")
                .append(job.map(j -> escape(j.order().model().toString())).orElse(""))
                .append("</td>");
        html.append("<td class=\"").append(state).append("\">").append(state).append("</td>");
        html.append("<td>").append(job.map(j -> escape(j.message())).orElse("")).append("</td>");
        html.append("<td>").append(job.map(this::results).orElse("")).append("</td></tr>\n");
    }

    private String results(JobRecord job) {
        Optional<JobRecord.Detail> detail = sources.work().ledger().find(job.id());
        StringBuilder html = new StringBuilder();
        for (ResultRecord result : detail.map(JobRecord.Detail::results).orElse(List.of())) {
            html.append("<a href=\"/results/").append(job.id()).append('/').append(result.sopInstance());
            html.append("\">").append(lower(result.kind()).replace('_', ' ')).append("</a> ");
        }
        for (DeliveryRecord delivery : detail.map(JobRecord.Detail::deliveries).orElse(List.of())) {
            html.append("<br>→ ").append(escape(delivery.id().destination())).append(": ");
            html.append(lower(delivery.state()));
        }
        return html.toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
