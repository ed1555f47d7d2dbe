package org.tandem.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;

/** Orthanc as the PACS of a test, asked over its REST API. */
public final class OrthancPacs implements AutoCloseable {

    static final String TITLE = "ORTHANC";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int dicomPort;
    private final int httpPort;
    private final OutsideProgram.Running orthanc;

    private OrthancPacs(int dicomPort, int httpPort, OutsideProgram.Running orthanc) {
        this.dicomPort = dicomPort;
        this.httpPort = httpPort;
        this.orthanc = orthanc;
    }

    /** Starts it with its storage below this folder; skips the test where it is not installed. */
    public static OrthancPacs start(Path folder) throws IOException {
        OutsideProgram program = OutsideProgram.find("Orthanc");
        int dicomPort = OutsideProgram.freePort();
        int httpPort = OutsideProgram.freePort();
        Path configuration = Files.writeString(
                Files.createDirectories(folder).resolve("orthanc.json"),
                """
                {
                  "Name": "test", "StorageDirectory": "%s", "IndexDirectory": "%s", "Plugins": [],
                  "HttpPort": %d, "KeepAlive": false, "RemoteAccessAllowed": false, "AuthenticationEnabled": false,
                  "DicomAet": "%s", "DicomPort": %d, "DicomAlwaysAllowStore": true,
                  "DicomAlwaysAllowFind": true, "DicomAlwaysAllowGet": true, "DicomAlwaysAllowMove": true
                }
                """
                        .formatted(folder, folder, httpPort, TITLE, dicomPort));
        return new OrthancPacs(dicomPort, httpPort, program.serve(httpPort, configuration));
    }

    public Peer peer() {
        return new Peer(new AeTitle(TITLE), "127.0.0.1", dicomPort);
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(request(path).GET());
    }

    public JsonNode post(String path, String body) throws IOException, InterruptedException {
        return json(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** From now on it can send to this peer, under this name. */
    public void addModality(String name, Peer peer) throws IOException, InterruptedException {
        String body = "[\"%s\", \"%s\", %d]".formatted(peer.aeTitle(), peer.host(), peer.port());
        send(request("/modalities/" + name).PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** The file of an instance, as it was received. */
    Path download(String instance, Path to) throws IOException, InterruptedException {
        return Files.write(to, send(request("/instances/" + instance + "/file").GET()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
                .timeout(ChildNode.PATIENCE);
    }

    private JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
        return MAPPER.readTree(send(request));
    }

    private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new AssertionError("Orthanc answered " + response.statusCode() + " to " + response.uri());
        }
        return response.body();
    }

    @Override
    public void close() throws IOException {
        orthanc.close();
    }
}
