package org.tandem.app;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.tandem.dicom.TandemException;

/** Asks the node that runs on this machine. */
record NodeClient(int webPort) {

    static final int OK = 200;
    private static final int CONFLICT = 409;

    /** What it answers; refuses every answer but "done" and "not in this state". */
    HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + webPort + path))
                .timeout(Duration.ofSeconds(30))
                .header("X-Tandem", "1")
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response;
        try {
            response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } catch (ConnectException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY,
                    "No node answers on port " + webPort + "; start one with: tandem serve, or say --web-port",
                    e);
        }
        if (response.statusCode() != OK && response.statusCode() != CONFLICT) {
            throw new TandemException(
                    TandemException.Kind.REFUSE, "The node answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }
}
