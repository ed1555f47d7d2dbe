package org.tandem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tandem.app.Configuration.NetworkSection;
import org.tandem.dicom.ReadOptions;
import org.tandem.model.YamlMap;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationLimits;
import org.tandem.net.ClientCertificate;
import org.tandem.net.Credentials;
import org.tandem.net.ListenAddress;
import org.tandem.net.PasswordHash;
import org.tandem.net.Peer;
import org.tandem.net.PeerTerms;
import org.tandem.net.ReceiveLimits;
import org.tandem.net.ScpLimits;
import org.tandem.net.ScpTimeouts;
import org.tandem.net.ScuTimeouts;
import org.tandem.net.TlsListen;
import org.tandem.net.Users;
import org.tandem.net.tls.TlsContext;
import org.tandem.net.tls.TlsFiles;
import org.tandem.net.tls.TlsPeer;
import org.tandem.result.PlanChange;
import org.tandem.work.DestinationTerms;

/** Reads what the configuration says of the network: limits, users, TLS, requests of our own, destinations. */
final class NetworkReader {

    private static final long KIBIBYTE = 1L << 10;
    private static final double MEBIBYTE = 1 << 20;
    private static final long GIBIBYTE = 1L << 30;
    /** 16 GiB: more than any object may have. */
    private static final int MOST_MEBIBYTES = 16_384;

    private static final int DEFAULT_PORT = 104;

    private final YamlMap yaml;
    private final YamlMap tlsKeys;
    private final Optional<TlsContext> tls;
    private final Map<String, DestinationTerms> sending = new LinkedHashMap<>();

    /** @param yaml the whole configuration */
    NetworkReader(YamlMap yaml) {
        this.yaml = yaml;
        this.tlsKeys = yaml.map("tls");
        this.tls = tlsContext(tlsKeys);
    }

    NetworkSection network(String bind) {
        return new NetworkSection(limits(yaml.map("limits")), users(), listen(tlsKeys, bind), requests());
    }

    /** What destinations are sent, where {@link #destinations} found that it is not as usual. */
    Map<String, DestinationTerms> sending() {
        return Map.copyOf(sending);
    }

    Map<String, Peer> destinations() {
        YamlMap destinations = yaml.map("destinations");
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (String name : destinations.keys()) {
            if (name.contains(",") || name.isBlank()) {
                throw destinations.wrong(name, name, "a name without a comma, which separates names elsewhere");
            }
            YamlMap keys = destinations.map(name);
            peers.put(name, peer(keys));
            sending(keys).ifPresent(terms -> sending.put(name, terms));
        }
        return peers;
    }

    /** Empty where it is as usual. */
    private static Optional<DestinationTerms> sending(YamlMap peer) {
        PlanChange change = PlanChange.read(peer);
        OptionalLong limitBytes = peer.has("segmentation_limit_mib")
                ? OptionalLong.of(Math.round(positive(peer, "segmentation_limit_mib") * MEBIBYTE))
                : OptionalLong.empty();
        DestinationTerms terms = new DestinationTerms(change.applyTo(DestinationTerms.USUAL.plan()), limitBytes);
        return Optional.of(terms).filter(said -> !said.equals(DestinationTerms.USUAL));
    }

    private static double positive(YamlMap yaml, String key) {
        double number = yaml.decimal(key, 0);
        if (!(number > 0 && number <= MOST_MEBIBYTES)) {
            throw yaml.wrong(key, number, "more than 0, at most " + MOST_MEBIBYTES);
        }
        return number;
    }

    private Peer peer(YamlMap peer) {
        return new Peer(
                peer.parsed("aet", AeTitle::new),
                peer.string("host"),
                Ranges.port(peer, "port", DEFAULT_PORT),
                new PeerTerms(
                        Ranges.positive(peer, "operations", 1),
                        credentials(peer),
                        tlsPeer(peer),
                        peer.truth("deflate", true)));
    }

    private Optional<TlsPeer> tlsPeer(YamlMap peer) {
        boolean checkHost = peer.truth("check_host", true);
        if (!peer.truth("tls", false)) {
            return Optional.empty();
        }
        return Optional.of(new TlsPeer(
                tls.orElseThrow(() -> peer.wrong("tls", true, "false while tls.certificate above is empty")),
                checkHost));
    }

    private static Optional<Credentials> credentials(YamlMap peer) {
        Optional<Path> file = peer.optionalString("passcode_file").map(Path::of);
        return peer.optionalString("user")
                .map(user -> new Credentials(user, file.map(Secrets::read).orElse("")));
    }

    private static Optional<TlsContext> tlsContext(YamlMap yaml) {
        Path trust = Path.of(yaml.string("trust", "conf/trust"));
        Optional<Path> key = path(yaml, "key");
        Optional<Path> password = path(yaml, "password_file");
        return path(yaml, "certificate")
                .map(certificate -> TlsContext.open(new TlsFiles(certificate, key, password, trust)));
    }

    private Optional<TlsListen> listen(YamlMap yaml, String bind) {
        int port = Ranges.port(yaml, "port", TlsListen.PORT);
        boolean plain = yaml.truth("plain_port", true);
        ClientCertificate certificate =
                yaml.optionalEnum("client_certificate", ClientCertificate.class).orElse(ClientCertificate.NEED);
        if (tls.isEmpty() && !plain) {
            throw yaml.wrong("plain_port", false, "true while tls.certificate is empty: there is no other port");
        }
        return tls.map(context -> new TlsListen(ListenAddress.of(port).withHost(bind), context, certificate, !plain));
    }

    private Users users() {
        YamlMap users = yaml.map("users");
        Map<String, PasswordHash> byName = new LinkedHashMap<>();
        users.keys().forEach(name -> byName.put(name, users.parsed(name, PasswordHash::parse)));
        return byName.isEmpty() ? Users.NONE : Users.of(byName);
    }

    private static ScpLimits limits(YamlMap yaml) {
        return new ScpLimits(
                new AssociationLimits(
                        Ranges.positive(yaml, "associations", 64),
                        Ranges.positive(yaml, "associations_of_one_peer", 32),
                        Ranges.positive(yaml, "contexts", 128),
                        Ranges.positive(yaml, "operations", 16)),
                new ReceiveLimits(
                        Math.toIntExact(Ranges.within(yaml, "pdu_kib", 256, 16_384) * KIBIBYTE),
                        Math.toIntExact(Ranges.within(yaml, "command_kib", 64, 1024) * KIBIBYTE),
                        Ranges.positive(yaml, "object_gib", 16) * GIBIBYTE,
                        Math.toIntExact(Ranges.within(
                                yaml, "sequence_depth", ReadOptions.DEFAULT_MAX_DEPTH, ReadOptions.DEFAULT_MAX_DEPTH))),
                new ScpTimeouts(
                        time(yaml, "artim_s", 30),
                        time(yaml, "message_s", 60),
                        time(yaml, "idle_s", 600),
                        time(yaml, "drain_s", 30)));
    }

    private ScuTimeouts requests() {
        YamlMap requests = yaml.map("requests");
        return new ScuTimeouts(
                time(requests, "connect_s", 10),
                time(requests, "association_s", 30),
                time(requests, "response_s", 300),
                time(requests, "message_s", 60));
    }

    /** A limit of time; nothing is waited for without end, nor not at all. */
    private static Duration time(YamlMap yaml, String key, int otherwise) {
        Duration time = Ranges.seconds(yaml, key, otherwise);
        if (time.isZero()) {
            throw yaml.wrong(key, 0, "more than 0 seconds");
        }
        return time;
    }

    private static Optional<Path> path(YamlMap yaml, String key) {
        return yaml.optionalString(key).filter(text -> !text.isBlank()).map(Path::of);
    }
}
