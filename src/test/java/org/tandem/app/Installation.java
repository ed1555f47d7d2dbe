package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.tandem.net.Peer;

/**
 * A folder with configuration and data of a node that is started, killed and started again in it. Series are complete
 * after three quiet seconds; those of the titles {@value #WHOLE_SERIES} and {@value #HOSTILE} at the end of their
 * association, so that no pause of a busy machine tears them.
 */
record Installation(Path folder) {

    static final String TITLE = "TANDEM";
    static final String WHOLE_SERIES = "WHOLE";

    /** A title that is HTML. */
    static final String HOSTILE = "<script>x</scr";

    /** By the shipped rules: T1-weighted heads to brain extraction, results to this peer. */
    static Installation with(Path folder, Peer pacs) throws IOException {
        return with(folder, pacs, TestRules.shipped());
    }

    static Installation with(Path folder, Peer pacs, TestRules rules) throws IOException {
        Installation installation = new Installation(Files.createDirectories(folder));
        Files.writeString(
                installation.configuration(),
                """
                node: {aet: %s, bind: 127.0.0.1, dicom_port: 0}
                storage: {folder: "%s"}
                series: {quiet_period_s: 3, restart_grace_s: 3, complete_at_release: [%s, "%s"]}
                work: {inference_first_wait_s: 0.1, delivery_first_wait_s: 0.2}
                models: {folder: "%s"}
                routes: {file: "%s"}
                destinations: {pacs: {aet: %s, host: %s, port: %d}}
                web: {port: 0}
                """
                        .formatted(
                                TITLE,
                                installation.data(),
                                WHOLE_SERIES,
                                HOSTILE,
                                rules.models(),
                                rules.routes(),
                                pacs.aeTitle(),
                                pacs.host(),
                                pacs.port()));
        return installation;
    }

    /** The same, where series wait so long for more, after a start too: no pause of a busy machine tears them. */
    Installation quietFor(int seconds) throws IOException {
        String usual = "quiet_period_s: 3, restart_grace_s: 3";
        String text = Files.readString(configuration());
        Files.writeString(
                configuration(),
                text.replace(usual, "quiet_period_s: %d, restart_grace_s: %d".formatted(seconds, seconds)));
        return this;
    }

    /** The same, where the peer has to commit to the results that it is sent, and may ask the node to commit too. */
    Installation committing() throws IOException {
        Files.writeString(
                configuration(),
                "commitment: {destinations: [pacs], requestors: [pacs], same_association_s: 2}\n",
                StandardOpenOption.APPEND);
        return this;
    }

    Path configuration() {
        return folder.resolve("tandem.yaml");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path spool() {
        return data().resolve("spool");
    }

    /** {@code tandem serve}; returns when the node listens. */
    ChildNode start(List<String> javaOptions) throws IOException, InterruptedException {
        return ChildNode.start(this, javaOptions);
    }

    /** The same node in the process of the test. */
    Node startHere() {
        return Node.start(ConfigurationReader.read(configuration()));
    }
}
