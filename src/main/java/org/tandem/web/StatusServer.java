package org.tandem.web;

import io.javalin.Javalin;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.GoneResponse;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tandem.dicom.TandemException;
import org.tandem.drift.DriftWatch;
import org.tandem.ingest.IngestCounters;
import org.tandem.series.SeriesLedger;
import org.tandem.work.JobId;
import org.tandem.work.JobRecord;
import org.tandem.work.JobState;
import org.tandem.work.ResultRecord;
import org.tandem.work.Work;

/**
 * The HTTP server of a node, on the loopback address: whoever may log in on the machine may see and do all. A page of
 * another site cannot reach it through the browser of such a person: the Host header must name loopback (against DNS
 * rebinding), and actions want a header that a form cannot send.
 */
public final class StatusServer implements AutoCloseable {

    static final String ACTION_HEADER = "X-Tandem";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int MOST_ROWS = 200;
    private static final int MOST_DAYS = 3660;

    private final Javalin javalin;

    private StatusServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * How networks are at work.
     *
     * @param models how many are loaded, by their state
     * @param slots how many, by device and state
     * @param batches "calls", and "objects" in them, each by device and model
     */
    public record Inference(
            Supplier<Map<String, Long>> models,
            Supplier<Map<String, Map<String, Long>>> slots,
            Supplier<Map<String, Map<String, Map<String, Long>>>> batches) {}

    /** What the pages are made of. */
    public record Sources(
            SeriesLedger series, Work work, Supplier<IngestCounters> received, DriftWatch watch, Inference inference) {}

    /** Starts to serve; port 0 takes any free one. */
    public static StatusServer start(int port, Sources sources) {
        PrometheusMeterRegistry metrics = Metrics.of(sources);
        DriftGauges drift = new DriftGauges(metrics, sources.watch());
        InferenceGauges inference = new InferenceGauges(metrics, sources.inference());
        StatusPage page = new StatusPage(sources);
        Javalin javalin = Javalin.create(config -> {
            config.showJavalinBanner = false;
            config.useVirtualThreads = false;
            config.jetty.defaultHost = "127.0.0.1";
            config.startupWatcherEnabled = false;
        });
        javalin.before(StatusServer::refuseStrangers);
        javalin.get("/", context -> context.html(page.render()));
        javalin.get("/health", context -> health(context, sources));
        javalin.get("/metrics", context -> {
            drift.refresh();
            inference.refresh();
            context.contentType("text/plain; version=0.0.4; charset=utf-8").result(metrics.scrape());
        });
        javalin.get(
                "/api/drift", context -> context.contentType("application/json").result(drift(context, sources)));
        javalin.get(
                "/api/jobs", context -> context.contentType("application/json").result(jobs(context, sources)));
        javalin.get("/api/jobs/{id}", context -> context.contentType("application/json")
                .result(JobJson.of(find(context, sources))));
        javalin.post(
                "/api/jobs/{id}/retry", context -> act(context, sources.work().retry(id(context))));
        javalin.post(
                "/api/jobs/{id}/cancel", context -> act(context, sources.work().cancel(id(context))));
        javalin.post(
                "/api/jobs/{id}/rerun", context -> act(context, sources.work().rerun(id(context))));
        javalin.post("/api/jobs/{id}/correct", context -> context.contentType("application/json")
                .result("{\"job\":\"" + sources.work().correct(id(context)) + "\"}"));
        javalin.get("/results/{id}/{uid}", context -> download(context, find(context, sources)));
        javalin.exception(
                TandemException.class, (e, context) -> context.status(status(e)).result(e.getMessage()));
        return new StatusServer(javalin.start(port));
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private static HttpStatus status(TandemException e) {
        return switch (e.kind()) {
            case RETRY -> HttpStatus.SERVICE_UNAVAILABLE;
            case REFUSE -> HttpStatus.BAD_REQUEST;
            case BUG -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static void refuseStrangers(Context context) {
        String host = Optional.ofNullable(context.host()).orElse("").replaceFirst(":\\d+$", "");
        if (!LOOPBACK.contains(host.toLowerCase(Locale.ROOT))) {
            throw new ForbiddenResponse("Only under the name of loopback");
        }
        if (!context.method().name().equals("GET") && context.header(ACTION_HEADER) == null) {
            throw new ForbiddenResponse("Actions want the header " + ACTION_HEADER);
        }
    }

    private static void health(Context context, Sources sources) {
        try {
            var unused = sources.series().counts();
            context.contentType("application/json").result("{\"status\":\"up\"}");
        } catch (TandemException e) {
            context.status(503).contentType("application/json").result("{\"status\":\"down\",\"reason\":\"database\"}");
        }
    }

    private static String jobs(Context context, Sources sources) {
        Optional<JobState> state =
                Optional.ofNullable(context.queryParam("state")).map(StatusServer::state);
        return JobJson.of(sources.work().ledger().latest(state, MOST_ROWS));
    }

    private static String drift(Context context, Sources sources) {
        int days = context.queryParamAsClass("days", Integer.class).getOrDefault(DriftGauges.DAYS);
        if (days < 1 || days > MOST_DAYS) {
            throw new BadRequestResponse("days: got " + days + ", expected 1 to " + MOST_DAYS);
        }
        return DriftJson.of(sources.watch().lines(days));
    }

    private static JobState state(String name) {
        try {
            return JobState.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse("No such state, expected one of " + Arrays.toString(JobState.values()));
        }
    }

    private static JobId id(Context context) {
        return new JobId(context.pathParam("id"));
    }

    private static JobRecord.Detail find(Context context, Sources sources) {
        return sources.work().ledger().find(id(context)).orElseThrow(() -> new NotFoundResponse("No such job"));
    }

    private static void act(Context context, boolean done) {
        context.status(done ? 200 : 409)
                .contentType("application/json")
                .result(done ? "{\"done\":true}" : "{\"done\":false}");
    }

    private static void download(Context context, JobRecord.Detail detail) {
        String uid = context.pathParam("uid");
        ResultRecord result = detail.results().stream()
                .filter(r -> r.sopInstance().value().equals(uid))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("No such result"));
        try {
            context.contentType("application/dicom")
                    .header("Content-Disposition", "attachment; filename=\"" + uid + ".dcm\"")
                    .result(Files.newInputStream(result.file()));
        } catch (NoSuchFileException e) {
            throw new GoneResponse("The result is not on the disk any more");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
