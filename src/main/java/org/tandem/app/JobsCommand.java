package org.tandem.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.tandem.work.JobId;
import org.tandem.work.JobState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "jobs",
        description = "Lists, shows, retries, cancels and repeats the jobs of a node that runs on this machine.",
        mixinStandardHelpOptions = true)
final class JobsCommand {

    private final ObjectMapper mapper = new ObjectMapper();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--web-port",
            defaultValue = "8042",
            scope = ScopeType.INHERIT,
            description = "Port of the node's status page (default: ${DEFAULT-VALUE}).")
    private int port;

    @Command(name = "list", description = "The latest jobs, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Option(names = "--state", description = "Only those in this state: ${COMPLETION-CANDIDATES}.") @Nullable
                    JobState state)
            throws IOException, InterruptedException {
        String query = state == null ? "" : "?state=" + state.name();
        for (JsonNode job : mapper.readTree(ask("GET", "/api/jobs" + query).body())) {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s  %-9s  %-28s  %s  %s%n",
                            job.path("id").asText(),
                            job.path("state").asText(),
                            job.path("model").asText(),
                            job.path("ordered").asText(),
                            job.path("message").asText());
        }
        return 0;
    }

    @Command(name = "show", description = "One job, its results and deliveries.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "JOB") String job) throws IOException, InterruptedException {
        spec.commandLine()
                .getOut()
                .println(ask("GET", "/api/jobs/" + new JobId(job)).body());
        return 0;
    }

    @Command(
            name = "retry",
            description =
                    "Runs a refused, failed or cancelled job again; of a job that is done, its failed deliveries.",
            mixinStandardHelpOptions = true)
    int retry(@Parameters(paramLabel = "JOB") String job) throws IOException, InterruptedException {
        return act(job, "retry");
    }

    @Command(
            name = "cancel",
            description = "Takes a job out of the queue, or drops what comes of one that runs;"
                    + " of a job that is done, cancels the deliveries that wait.",
            mixinStandardHelpOptions = true)
    int cancel(@Parameters(paramLabel = "JOB") String job) throws IOException, InterruptedException {
        return act(job, "cancel");
    }

    @Command(
            name = "rerun",
            description = "Runs a job that is done once more, and sends what comes of it again: the same input gives"
                    + " objects with the same UIDs.",
            mixinStandardHelpOptions = true)
    int rerun(@Parameters(paramLabel = "JOB") String job) throws IOException, InterruptedException {
        return act(job, "rerun");
    }

    @Command(
            name = "correct",
            description = "Runs the newest version of a job's model on its series; the new report replaces the job's.",
            mixinStandardHelpOptions = true)
    int correct(@Parameters(paramLabel = "JOB") String job) throws IOException, InterruptedException {
        String answer = ask("POST", "/api/jobs/" + new JobId(job) + "/correct").body();
        spec.commandLine()
                .getOut()
                .println(job + ": corrected by job "
                        + mapper.readTree(answer).path("job").asText());
        return 0;
    }

    private int act(String job, String action) throws IOException, InterruptedException {
        boolean done = ask("POST", "/api/jobs/" + new JobId(job) + "/" + action).statusCode() == NodeClient.OK;
        spec.commandLine()
                .getOut()
                .println(done ? job + ": " + action + " ordered" : job + ": in a state in which that is not possible");
        return done ? 0 : 1;
    }

    private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        return new NodeClient(port).ask(method, path);
    }
}
