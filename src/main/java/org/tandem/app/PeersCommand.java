package org.tandem.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.PeerCheck;
import org.tandem.net.ScuOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "peers", description = "Asks peers what they can do.", mixinStandardHelpOptions = true)
final class PeersCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            name = "check",
            description = "Asks each destination of the configuration, or each peer named, whether it answers (C-ECHO),"
                    + " and which of our results and questions it takes. Nothing is stored.",
            mixinStandardHelpOptions = true)
    int check(
            @Parameters(arity = "0..*", paramLabel = "AET@host:port", description = "Peers beside the configuration.")
                    @Nullable
                    List<String> named,
            @Option(names = "--conf", paramLabel = "FILE", description = "The configuration.") @Nullable Path file,
            @Option(names = "--aet", paramLabel = "AET", description = "Our own title, if not the configuration's.")
                    @Nullable
                    String aeTitle) {
        Configuration configuration = ServeCommand.configuration(file);
        Map<String, Peer> peers = new LinkedHashMap<>();
        if (named == null || named.isEmpty()) {
            peers.putAll(new TreeMap<>(configuration.destinations()));
        } else {
            named.forEach(name -> peers.put(name, Peer.parse(name)));
        }
        ScuOptions options = ScuOptions.of(
                        aeTitle == null ? configuration.node().aeTitle() : new AeTitle(aeTitle))
                .withTimeouts(configuration.network().requests());
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        for (Map.Entry<String, Peer> peer : peers.entrySet()) {
            PeerCheck.Report report = PeerCheck.check(peer.getValue(), options);
            out.println(line(peer.getKey(), peer.getValue(), report));
            all &= report.answers();
        }
        out.flush();
        return all ? 0 : 1;
    }

    /** What people and the log are told of a peer. */
    static String line(String name, Peer peer, PeerCheck.Report report) {
        String who = name.equals(peer.toString()) ? name : name + " (" + peer + ")";
        if (!report.answers()) {
            return who + ": does not answer: " + report.failure();
        }
        return String.format(
                "%s: answers in %d ms%s; takes %s; refuses %s",
                who,
                report.roundTrip().toMillis(),
                peer.terms().tls().isPresent() ? " over TLS" : "",
                words(report.takes()),
                words(report.refuses()));
    }

    private static String words(List<String> names) {
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }
}
