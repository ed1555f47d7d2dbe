package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import org.tandem.work.JobId;
import org.tandem.work.ResultRecord;

/** The pages of a node that has processed one series, sent by somebody with a title that is HTML. */
final class NodePagesTest {

    private static final AeTitle HOSTILE = new AeTitle(Installation.HOSTILE);
    private static final Pattern SAMPLE =
            Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[^}]*\\})? (-?[0-9.]+(E-?[0-9]+)?|NaN|[+-]Inf)");

    @TempDir
    private static Path folder;

    private static RecordingPacs pacs;
    private static Node node;
    private static String job;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void processOneSeries() throws Exception {
        pacs = new RecordingPacs(folder.resolve("pacs"));
        node = Installation.with(folder.resolve("node"), pacs.peer(), TestRules.headsAndBalls(folder))
                .startHere();
        Peer peer = new Peer(new AeTitle(Installation.TITLE), "127.0.0.1", node.dicomPort());
        assertThat(new Sending(peer, ScuOptions.of(HOSTILE), 1).send(TestImages.ball(), () -> {}))
                .allMatch(Sending.Answer::stored);
        Deadline.in(ChildNode.PATIENCE)
                .await("results reach the PACS", () -> pacs.arrivals().size() == 2);
        Deadline.in(ChildNode.PATIENCE)
                .await(
                        "the delivery has ended",
                        () -> jobs().size() == 1
                                && get("/api/jobs/" + jobs().get(0).path("id").asText())
                                        .contains("ACCEPTED"));
        job = jobs().get(0).path("id").asText();
    }

    @AfterAll
    static void stop() {
        node.close();
        pacs.close();
    }

    private static JsonNode jobs() throws Exception {
        return new ObjectMapper().readTree(get("/api/jobs"));
    }

    private static String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return response.body();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.webPort() + path));
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    /** What the server answers to a request that Java's client refuses to make. */
    private static String raw(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.webPort())) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void thePageSaysWhatCameAndWhatWasFound() throws Exception {
        assertThat(get("/"))
                .contains("40 instances from &lt;script&gt;x&lt;/scr", "threshold/1.0.0", "done", "Bright", "/results/")
                .containsPattern("<b>1</b>models ready")
                .doesNotContain("<script>");
    }

    @Test
    void healthIsUp() throws Exception {
        assertThat(get("/health")).isEqualTo("{\"status\":\"up\"}");
    }

    @Test
    void metricsAreWhatPrometheusReads() throws Exception {
        List<String> samples =
                get("/metrics").lines().filter(line -> !line.startsWith("#")).toList();

        assertThat(samples).allMatch(line -> SAMPLE.matcher(line).matches());
        assertThat(samples)
                .contains("tandem_instances_received_total{outcome=\"stored\"} 40.0", "tandem_jobs{state=\"done\"} 1.0")
                .contains("tandem_deliveries{state=\"accepted\"} 1.0")
                .contains("tandem_slots{device=\"any\",state=\"free\"} 1.0")
                .contains("tandem_slots{device=\"any\",state=\"busy\"} 0.0")
                .contains("tandem_slots{device=\"all\",state=\"waiting\"} 0.0");
    }

    @Test
    void whatModelsWereShownAndSaidIsKeptByScannerAndToldToPrometheus() throws Exception {
        assertThat(get("/metrics"))
                .containsPattern(
                        "tandem_drift_mean\\{model=\"threshold/1.0.0\",quantity=\"positive Bright\",.*\\} 1.0");
        StringWriter out = new StringWriter();
        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out))
                .execute("drift", "--model", "threshold", "--web-port", Integer.toString(node.webPort()));

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("threshold/1.0.0, ", "input mean", "positive Bright", "too few exams to compare");
        Tandem.commandLine()
                .setOut(new PrintWriter(out))
                .execute("drift", "--reference", "--web-port", Integer.toString(node.webPort()));
        assertThat(out.toString())
                .contains("  - {quantity: \"positive Bright\", n: 1, mean: 1.00000, deviation: 0.00000}");
    }

    @Test
    void aResultThatIsNotOnTheDiskAnyMoreIsSaidToBeGone() throws Exception {
        ResultRecord result = node.work()
                .ledger()
                .find(new JobId(job))
                .orElseThrow()
                .results()
                .get(0);
        Path elsewhere = Files.move(result.file(), folder.resolve("elsewhere.dcm"));
        try {
            HttpResponse<String> response = http.send(
                    request("/results/" + job + "/" + result.sopInstance()).build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(410);
            assertThat(response.body()).contains("not on the disk any more");
        } finally {
            Files.move(elsewhere, result.file());
        }
    }

    @Test
    void resultsAreDownloadedAsTheyWereSent() throws Exception {
        JsonNode results = new ObjectMapper().readTree(get("/api/jobs/" + job)).path("results");

        for (JsonNode result : results) {
            String uid = result.path("sop_instance_uid").asText();
            HttpResponse<byte[]> response =
                    http.send(request("/results/" + job + "/" + uid).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/dicom");
            assertThat(response.body()).hasSizeGreaterThan(1000).contains("DICM".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(results).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/jobs/0123456789abcdef",
                "/results/0123456789abcdef/1.2.3",
                "/nothing",
                "/results/%2e%2e/%2e%2e"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(status(request(path))).isBetween(400, 404);
    }

    @Test
    void aResultOutsideTheListOfTheJobIsNotGivenOut() throws Exception {
        assertThat(status(request("/results/" + job + "/..%2f..%2ftandem.yaml")))
                .isBetween(400, 404);
        assertThat(raw("GET /results/" + job + "/../../../tandem.yaml HTTP/1.1", "Host: localhost"))
                .doesNotContain("aet:")
                .containsPattern("HTTP/1.1 40[0-9]");
    }

    @Test
    void anotherHostNameIsRefused() throws Exception {
        assertThat(raw("GET / HTTP/1.1", "Host: evil.example")).startsWith("HTTP/1.1 403");
        assertThat(raw("GET / HTTP/1.1", "Host: localhost:" + node.webPort())).startsWith("HTTP/1.1 200");
    }

    @Test
    void anActionWithoutItsHeaderIsRefused() throws Exception {
        HttpRequest.Builder retry = request("/api/jobs/" + job + "/retry").POST(HttpRequest.BodyPublishers.noBody());
        assertThat(status(retry)).isEqualTo(403);
        // with it, it is understood: a job that is done and delivered has nothing to retry
        assertThat(status(retry.header("X-Tandem", "1"))).isEqualTo(409);
    }

    @Test
    void nothingSaysWhoThePatientIs() throws Exception {
        for (String path : List.of("/", "/metrics", "/health", "/api/jobs", "/api/jobs/" + job)) {
            assertThat(get(path)).doesNotContain("Tandem^Sphere", "TANDEM-0002");
        }
    }

    @Test
    void onlyLoopbackIsServed() throws Exception {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                if (!address.isLoopbackAddress()) {
                    assertThat(accepts(address)).as(network.getName()).isFalse();
                }
            }
        }
    }

    private static boolean accepts(InetAddress address) {
        try (Socket socket = new Socket(address, node.webPort())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
