package org.tandem.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.app.Configuration.DatabaseSection;
import org.tandem.app.Configuration.FileSection;
import org.tandem.app.Configuration.InferenceSection;
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

    private ConfigurationReader() {}

    static Configuration read(Path file) {
        return read(YamlMap.load(file));
    }

    /** What an empty file says. */
    static Configuration defaults() {
        return read(YamlMap.parse("", "defaults"));
    }

    static Configuration read(YamlMap yaml) {
        NodeSection node = node(yaml.map("node"));
        NetworkReader network = new NetworkReader(yaml);
        Map<String, Peer> destinations = network.destinations();
        Configuration configuration = new Configuration(
                node,
                storage(yaml.map("storage")),
                database(yaml.map("database")),
                series(yaml.map("series")),
                work(yaml.map("work"))
                        .withCommitment(CommitmentReader.read(yaml.map("commitment"), destinations.keySet()))
                        .withSending(network.sending()),
                inference(yaml.map("inference")),
                new FileSection(
                        Path.of(yaml.map("models").string("folder", "models")),
                        Path.of(yaml.map("routes").string("file", "conf/routes.yaml"))),
                destinations,
                network.network(node.bind()),
                new WebSection(Ranges.port(yaml.map("web"), "port", 8042)));
        yaml.refuseUnknownKeys();
        return configuration;
    }

    private static NodeSection node(YamlMap yaml) {
        return new NodeSection(
                yaml.optionalParsed("aet", AeTitle::new).orElse(new AeTitle("TANDEM")),
                yaml.string("bind", "0.0.0.0"),
                Ranges.port(yaml, "dicom_port", 11112),
                aeTitles(yaml, "calling_aets"),
                yaml.string("station", "tandem-1"));
    }

    private static StorageSection storage(YamlMap yaml) {
        return new StorageSection(
                Path.of(yaml.string("folder", "data")), Ranges.positive(yaml, "reserve_mib", 256) * MEBIBYTE);
    }

    private static DatabaseSection database(YamlMap yaml) {
        Optional<String> url = notBlank(yaml, "url");
        boolean clustered = yaml.truth("clustered", false);
        if (clustered && url.filter(text -> text.startsWith("jdbc:postgresql:")).isEmpty()) {
            throw yaml.wrong("clustered", true, "false, or a url of PostgreSQL: no other database can be shared");
        }
        return new DatabaseSection(
                url,
                yaml.string("user", "tandem"),
                notBlank(yaml, "password_file").map(Path::of),
                clustered);
    }

    private static SeriesSection series(YamlMap yaml) {
        return new SeriesSection(
                Ranges.seconds(yaml, "quiet_period_s", 10),
                Ranges.seconds(yaml, "study_quiet_period_s", 900),
                Ranges.seconds(yaml, "restart_grace_s", 10),
                aeTitles(yaml, "complete_at_release"));
    }

    private static WorkSection work(YamlMap yaml) {
        return new WorkSection(
                Ranges.positive(yaml, "delivery_threads", 2),
                Ranges.positive(yaml, "warm_models", 4),
                retry(
                        yaml,
                        Ranges.positive(yaml, "inference_attempts", 3),
                        Ranges.seconds(yaml, "inference_first_wait_s", 10)),
                retry(
                        yaml,
                        Ranges.positive(yaml, "delivery_attempts", 12),
                        Ranges.seconds(yaml, "delivery_first_wait_s", 60)));
    }

    private static InferenceSection inference(YamlMap yaml) {
        YamlMap devices = yaml.map("devices");
        return new InferenceSection(
                notNegative(devices, "gpu"),
                notNegative(devices, "cpu"),
                Ranges.seconds(yaml, "slot_wait_s", 600),
                notNegative(yaml, "threads"),
                notNegative(yaml, "memory_mib") * MEBIBYTE,
                yaml.strings("warm_up"));
    }

    private static int notNegative(YamlMap yaml, String key) {
        int number = yaml.integer(key, 0);
        if (number < 0) {
            throw yaml.wrong(key, number, "a whole number, 0 or more");
        }
        return number;
    }

    private static RetryPolicy retry(YamlMap yaml, int attempts, Duration firstWait) {
        Duration longestWait = Ranges.seconds(yaml, "longest_wait_s", 7200);
        if (longestWait.compareTo(firstWait) < 0) {
            throw yaml.wrong("longest_wait_s", longestWait.toSeconds(), "no less than the first waits");
        }
        return new RetryPolicy(attempts, firstWait, longestWait);
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
}
