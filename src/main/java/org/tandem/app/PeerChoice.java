package org.tandem.app;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Whom a command asks: by address, in the clear; or a destination of the configuration, on the terms that it has there.
 */
final class PeerChoice {

    private static final AeTitle USUAL_TITLE = new AeTitle("TANDEM");

    @Parameters(
            index = "0",
            paramLabel = "PEER",
            description = "AET@host:port, or the name of a destination of the configuration: then as it says there,"
                    + " through TLS and with a user's name if it says so.")
    private String peer;

    @Option(
            names = "--conf",
            paramLabel = "FILE",
            description = "The configuration (default: conf/tandem.yaml, if it is there).")
    private @Nullable Path file;

    @Option(names = "--aet", description = "Our own title (default: TANDEM, or the configuration's).")
    private @Nullable String aeTitle;

    /** Refuses a name that the configuration does not know. */
    Peer peer() {
        if (!isName()) {
            return Peer.parse(peer);
        }
        Map<String, Peer> destinations = ServeCommand.configuration(file).destinations();
        Peer destination = destinations.get(peer);
        if (destination == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Peer: got \"" + peer + "\", expected AET@host:port or one of " + destinations.keySet());
        }
        return destination;
    }

    /** As whom we ask, and how long we wait. */
    ScuOptions options() {
        if (!isName() && file == null) {
            return ScuOptions.of(aeTitle == null ? USUAL_TITLE : new AeTitle(aeTitle));
        }
        Configuration configuration = ServeCommand.configuration(file);
        return ScuOptions.of(aeTitle == null ? configuration.node().aeTitle() : new AeTitle(aeTitle))
                .withTimeouts(configuration.network().requests());
    }

    private boolean isName() {
        return !peer.contains("@");
    }

    @Override
    public String toString() {
        return peer;
    }
}
