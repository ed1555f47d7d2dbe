package org.tandem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.app.Configuration.DatabaseSection;
import org.tandem.app.Configuration.FileSection;
import org.tandem.app.Configuration.LimitsSection;
import org.tandem.app.Configuration.NodeSection;
import org.tandem.app.Configuration.SeriesSection;
import org.tandem.app.Configuration.StorageSection;
import org.tandem.app.Configuration.WebSection;
import org.tandem.app.Configuration.WorkSection;
import org.tandem.dicom.TandemException;
import org.tandem.model.YamlMap;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.work.RetryPolicy;

/** Reads {@code conf/tandem.yaml} whole and strictly: it takes effect only if all of it is right. */
final class ConfigurationReader {

    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final int MAX_PORT = 65_535;

    private ConfigurationReader() {}

    static Configuration read(Path file) {
        return read(YamlMap.load(file));
    }

    /** What an empty file says. */
    static Configuration defaults() {
        return read(YamlMap.parse("", "defaults"));
    }

    static Configuration read(YamlMap yaml) {
        Configuration configuration = new Configuration(
                node(yaml.map("node")),
                storage(yaml.map("storage")),
                database(yaml.map("database")),
                series(yaml.map("series")),
                work(yaml.map("work"))
                        .withCommitment(CommitmentReader.read(
                                yaml.map("commitment"), yaml.map("destinations").keys())),
                new FileSection(
                        Path.of(yaml.map("models").string("folder", "models")),
                        Path.of(yaml.map("routes").string("file", "conf/routes.yaml"))),
                destinations(yaml.map("destinations")),
                limits(yaml.map("limits")),
                new WebSection(port(yaml.map("web"), "port", 8042)));
        yaml.refuseUnknownKeys();
        return configuration;
    }

    private static NodeSection node(YamlMap yaml) {
        return new NodeSection(
                yaml.optionalParsed("aet", AeTitle::new).orElse(new AeTitle("TANDEM")),
                yaml.string("bind", "0.0.0.0"),
                port(yaml, "dicom_port", 11112),
                aeTitles(yaml, "calling_aets"),
                yaml.string("station", "tandem-1"));
    }

    private static StorageSection storage(YamlMap yaml) {
        return new StorageSection(
                Path.of(yaml.string("folder", "data")), positive(yaml, "reserve_mib", 256) * MEBIBYTE);
    }

    private static DatabaseSection database(YamlMap yaml) {
        return new DatabaseSection(
                notBlank(yaml, "url"),
                yaml.string("user", "tandem"),
                notBlank(yaml, "password_file").map(Path::of),
                yaml.truth("clustered", false));
    }

    private static SeriesSection series(YamlMap yaml) {
        return new SeriesSection(
                seconds(yaml, "quiet_period_s", 10),
                seconds(yaml, "restart_grace_s", 10),
                aeTitles(yaml, "complete_at_release"));
    }

    private static WorkSection work(YamlMap yaml) {
        return new WorkSection(
                positive(yaml, "inference_slots", 1),
                positive(yaml, "delivery_threads", 2),
                positive(yaml, "warm_models", 4),
                retry(yaml, positive(yaml, "inference_attempts", 3), seconds(yaml, "inference_first_wait_s", 10)),
                retry(yaml, positive(yaml, "delivery_attempts", 12), seconds(yaml, "delivery_first_wait_s", 60)));
    }

    private static RetryPolicy retry(YamlMap yaml, int attempts, Duration firstWait) {
        Duration longestWait = seconds(yaml, "longest_wait_s", 7200);
        if (longestWait.compareTo(firstWait) < 0) {
            throw yaml.wrong("longest_wait_s", longestWait.toSeconds(), "no less than the first waits");
        }
        return new RetryPolicy(attempts, firstWait, longestWait);
    }

    private static Map<String, Peer> destinations(YamlMap yaml) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (String name : yaml.keys()) {
            YamlMap peer = yaml.map(name);
            peers.put(name, new Peer(peer.parsed("aet", AeTitle::new), peer.string("host"), port(peer, "port", 104)));
        }
        return peers;
    }

    private static LimitsSection limits(YamlMap yaml) {
        return new LimitsSection(
                positive(yaml, "associations", 64),
                positive(yaml, "object_gib", 16) * GIBIBYTE,
                seconds(yaml, "artim_s", 30),
                seconds(yaml, "message_s", 60),
                seconds(yaml, "idle_s", 600));
    }

    private static List<AeTitle> aeTitles(YamlMap yaml, String key) {
        return yaml.strings(key).stream()
                .map(title -> aeTitle(yaml, key, title))
                .toList();
    }

    private static AeTitle aeTitle(YamlMap yaml, String key, String title) {
        try {
            return new AeTitle(title);
        } catch (TandemException e) {
            throw yaml.wrong(key, title, "titles: " + e.getMessage());
        }
    }

    private static Optional<String> notBlank(YamlMap yaml, String key) {
        return yaml.optionalString(key).filter(text -> !text.isBlank());
    }

    private static Duration seconds(YamlMap yaml, String key, int otherwise) {
        double seconds = yaml.decimal(key, otherwise);
        if (!(seconds >= 0)) {
            throw yaml.wrong(key, seconds, "seconds, not negative");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static int positive(YamlMap yaml, String key, int otherwise) {
        int number = yaml.integer(key, otherwise);
        if (number < 1) {
            throw yaml.wrong(key, number, "a whole number of at least 1");
        }
        return number;
    }

    private static int port(YamlMap yaml, String key, int otherwise) {
        int port = yaml.integer(key, otherwise);
        if (port < 0 || port > MAX_PORT) {
            throw yaml.wrong(key, port, "a port, 0 (any free one) to " + MAX_PORT);
        }
        return port;
    }
}
