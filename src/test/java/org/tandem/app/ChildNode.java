package org.tandem.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;

/** A node in a JVM of its own, asked over its ports only. */
final class ChildNode implements AutoCloseable {

    /** Those who start TensorFlow for the first time, on a machine with other work, included. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** For nodes that live for seconds: compiled quickly, not well. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final Pattern LISTENS = Pattern.compile("listens as \\S+ on port (\\d+), status page \\S+:(\\d+)/");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ChildJvm jvm;
    private final int dicomPort;
    private final int webPort;
    private final HttpClient http = HttpClient.newHttpClient();

    private ChildNode(ChildJvm jvm, int dicomPort, int webPort) {
        this.jvm = jvm;
        this.dicomPort = dicomPort;
        this.webPort = webPort;
    }

    static ChildNode start(Installation installation, List<String> javaOptions)
            throws IOException, InterruptedException {
        ChildJvm jvm = launch(installation, javaOptions);
        try {
            MatchResult ports = jvm.awaitLine(LISTENS);
            return new ChildNode(jvm, Integer.parseInt(ports.group(1)), Integer.parseInt(ports.group(2)));
        } catch (AssertionError e) {
            jvm.close();
            throw e;
        }
    }

    /** Only starts it, and waits for nothing. */
    static ChildJvm launch(Installation installation, List<String> javaOptions) throws IOException {
        return ChildJvm.start(
                javaOptions,
                List.of("serve", "--conf", installation.configuration().toString()));
    }

    Peer peer() {
        return new Peer(new AeTitle(Installation.TITLE), "127.0.0.1", dicomPort);
    }

    ChildJvm jvm() {
        return jvm;
    }

    /** What the status server answers to a GET. */
    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + path))
                .timeout(PATIENCE)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    /** The jobs, each with its results and deliveries. */
    List<JsonNode> jobs() throws IOException, InterruptedException {
        List<JsonNode> jobs = new ArrayList<>();
        for (JsonNode job : MAPPER.readTree(get("/api/jobs"))) {
            jobs.add(MAPPER.readTree(get("/api/jobs/" + job.path("id").asText())));
        }
        return jobs;
    }

    void awaitJobIn(String state) throws Exception {
        await("a job is " + state, () -> jobs().stream().anyMatch(job -> isIn(state, job)));
    }

    /** Waits until the only job runs for the nth time; after a kill its row still says that it runs the time before. */
    void awaitRun(int attempt) throws Exception {
        await("the job runs for the " + attempt + ". time", () -> jobs().stream()
                .anyMatch(job -> isIn("RUNNING", job) && job.path("attempts").asInt() == attempt));
    }

    /** Waits until a job is done and all of its deliveries are accepted. */
    void awaitDelivered() throws Exception {
        await("results are delivered", () -> jobs().stream().anyMatch(ChildNode::isDelivered));
    }

    private void await(String what, Deadline.Question question) throws Exception {
        try {
            Deadline.in(PATIENCE).await(what, question);
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the node said:\n" + String.join("\n", jvm.lines()), e);
        }
    }

    private static boolean isDelivered(JsonNode job) {
        JsonNode deliveries = job.path("deliveries");
        boolean all = !deliveries.isEmpty();
        for (JsonNode delivery : deliveries) {
            all &= isIn("ACCEPTED", delivery);
        }
        return all && isIn("DONE", job);
    }

    private static boolean isIn(String state, JsonNode node) {
        return node.path("state").asText().equals(state);
    }

    /** Its log's lines of this level. */
    List<String> log(String level) {
        return jvm.lines().stream()
                .filter(line -> line.matches("\\S+ \\S+ " + level + " .*"))
                .toList();
    }

    /** kill -9. */
    void kill() {
        jvm.kill();
    }

    /** SIGTERM and its end: the exit code. */
    int stop() {
        jvm.terminate();
        return jvm.awaitExit(PATIENCE);
    }

    @Override
    public void close() {
        jvm.close();
    }
}
