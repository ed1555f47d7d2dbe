package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.TandemException;
import org.tandem.model.ModelStore;
import org.tandem.model.YamlMap;
import org.tandem.net.AeTitle;
import org.tandem.net.AssociationLimits;
import org.tandem.net.Credentials;
import org.tandem.net.Peer;
import org.tandem.net.PeerTerms;
import org.tandem.net.ReceiveLimits;
import org.tandem.net.ScpLimits;
import org.tandem.net.ScpTimeouts;
import org.tandem.net.ScuOptions;
import org.tandem.net.ScuTimeouts;
import org.tandem.result.ViewerProfile;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.Encoding;
import org.tandem.work.DestinationTerms;
import org.tandem.work.Destinations;

final class ConfigurationReaderTest {

    private static final Path SHIPPED = Path.of("conf", "tandem.yaml");

    private static Configuration read(String yaml) {
        return ConfigurationReader.read(YamlMap.parse(yaml, "test.yaml"));
    }

    @Test
    void theShippedFileSaysTheDefaults() {
        Configuration shipped = ConfigurationReader.read(SHIPPED);

        assertThat(shipped.withDestinations(Map.of())).isEqualTo(ConfigurationReader.defaults());
        assertThat(shipped.destinations()).isEqualTo(Map.of("pacs", new Peer(new AeTitle("PACS"), "127.0.0.1", 4242)));
    }

    @Test
    void theShippedRulesNameModelsAndDestinationsThatAreThere() {
        Configuration shipped = ConfigurationReader.read(SHIPPED);
        Routes routes = new Routes(
                shipped.files().routes(),
                new ModelStore(shipped.files().models()),
                new Destinations(shipped.destinations(), ScuOptions.of(new AeTitle("TANDEM"))));

        assertThat(routes.load().models()).containsExactly("brain-extraction");
    }

    @Test
    void whatIsSaidCounts() {
        Configuration configuration = read(
                """
                node: {aet: SECOND, calling_aets: [CT1, MR1]}
                series: {quiet_period_s: 2.5, study_quiet_period_s: 60}
                work: {inference_attempts: 7}
                inference: {devices: {gpu: 1, cpu: 3}, slot_wait_s: 9, threads: 2, memory_mib: 512, warm_up: [brain-extraction]}
                destinations: {archive: {aet: ARCHIVE, host: pacs.example}}
                """);

        assertThat(configuration.node().aeTitle()).isEqualTo(new AeTitle("SECOND"));
        assertThat(configuration.node().callingAeTitles()).containsExactly(new AeTitle("CT1"), new AeTitle("MR1"));
        assertThat(configuration.series().quietPeriod()).isEqualTo(Duration.ofMillis(2500));
        assertThat(configuration.series().studyQuietPeriod()).isEqualTo(Duration.ofSeconds(60));
        assertThat(configuration.work().inferenceRetry().maxAttempts()).isEqualTo(7);
        assertThat(configuration.inference())
                .isEqualTo(new Configuration.InferenceSection(
                        1, 3, Duration.ofSeconds(9), 2, 512L << 20, List.of("brain-extraction")));
        assertThat(configuration.inference().slots()).isEqualTo(4);
        assertThat(ConfigurationReader.defaults().inference().slots()).isEqualTo(1);
        assertThat(configuration.destinations().get("archive").port()).isEqualTo(104);
    }

    @Test
    void limitsHaveTheirDefaultsAndWhatIsSaidCounts() {
        Configuration.NetworkSection defaults = ConfigurationReader.defaults().network();
        assertThat(defaults.limits()).isEqualTo(ScpLimits.DEFAULT);
        assertThat(defaults.requests()).isEqualTo(ScuTimeouts.DEFAULT);
        assertThat(defaults.tls()).isEmpty();

        Configuration.NetworkSection said =
                read("""
                        limits: {associations: 5, associations_of_one_peer: 4, contexts: 3, operations: 2, pdu_kib: 16,
                                 command_kib: 8, object_gib: 1, sequence_depth: 7, artim_s: 1, message_s: 2, idle_s: 3, drain_s: 4}
                        requests: {connect_s: 1, association_s: 2, response_s: 3, message_s: 4}
                        """)
                        .network();
        assertThat(said.limits())
                .isEqualTo(new ScpLimits(
                        new AssociationLimits(5, 4, 3, 2),
                        new ReceiveLimits(16 * 1024, 8 * 1024, 1L << 30, 7),
                        new ScpTimeouts(
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(4))));
        assertThat(said.requests())
                .isEqualTo(new ScuTimeouts(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
    }

    @Test
    void aDestinationHasItsOwnTerms(@TempDir Path folder) throws IOException {
        Path passcode = Files.writeString(folder.resolve("passcode"), "geheim\n");
        Peer peer = read("destinations: {pacs: {aet: PACS, host: h, operations: 8, user: tandem, passcode_file: '"
                        + passcode + "'}}")
                .destinations()
                .get("pacs");

        assertThat(peer.terms())
                .isEqualTo(PeerTerms.DEFAULT.withOperations(8).withCredentials(new Credentials("tandem", "geheim")));
        assertThat(peer.toString()).doesNotContain("geheim");
    }

    @Test
    void aDestinationSaysWhatItIsSent() {
        Map<String, DestinationTerms> sending =
                read("""
                                destinations:
                                  usual: {aet: A, host: h, profile: usual}
                                  plain: {aet: A, host: h, profile: plain}
                                  research: {aet: A, host: h, send: [segmentation, parametric_map], segmentation: fractional}
                                  small: {aet: A, host: h, segmentation_limit_mib: 0.5}
                                """)
                        .work()
                        .sending();

        assertThat(sending).containsOnlyKeys("plain", "research", "small");
        assertThat(sending.get("plain").plan()).isEqualTo(ViewerProfile.PLAIN.plan());
        assertThat(sending.get("research").plan().kinds())
                .containsExactlyInAnyOrder(ResultKind.SEGMENTATION, ResultKind.PARAMETRIC_MAP);
        assertThat(sending.get("research").plan().segmentation().encoding()).isEqualTo(Encoding.FRACTIONAL);
        assertThat(sending.get("small").segmentationLimitBytes()).hasValue(512 * 1024);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "node: {dicom_prot: 104} | dicom_prot",
                "node: {dicom_port: 70000} | 70000",
                "node: {dicom_port: soon} | soon",
                "node: {aet: THIS_TITLE_IS_TOO_LONG} | THIS_TITLE_IS_TOO_LONG",
                "node: {calling_aets: [THIS_TITLE_IS_TOO_LONG]} | calling_aets",
                "series: {quiet_period_s: -1} | quiet_period_s",
                "work: {delivery_threads: 0} | delivery_threads",
                "inference: {devices: {cpu: -1}} | cpu",
                "inference: {devices: {gpu1: 1}} | gpu",
                "inference: {slot_wait_s: -1} | slot_wait_s",
                "inference: {threads: -1} | threads",
                "work: {longest_wait_s: 1} | longest_wait_s",
                "nodes: {} | nodes",
                "series: {quiet_period_s: .inf} | quiet_period_s",
                "series: {quiet_period_s: .nan} | quiet_period_s",
                "database: {clustered: true} | clustered",
                "database: {clustered: true, url: 'jdbc:h2:mem:x'} | clustered",
                "destinations: {'a,b': {aet: PACS, host: h}} | a,b",
                "destinations: {pacs: {aet: PACS, host: h, tls: true}} | tls.certificate",
                "destinations: {pacs: {aet: PACS, host: h, operations: 0}} | operations",
                "destinations: {pacs: {aet: PACS, host: h, user: u, passcode_file: absent.txt}} | absent.txt",
                "destinations: {pacs: {aet: PACS, host: h, profile: osirix}} | profile",
                "destinations: {pacs: {aet: PACS, host: h, send: [seg]}} | structured_report",
                "destinations: {pacs: {aet: PACS, host: h, profile: ohif, send: [segmentation]}} | not both",
                "destinations: {pacs: {aet: PACS, host: h, segmentation: bits}} | label_map",
                "destinations: {pacs: {aet: PACS, host: h, segmentation_limit_mib: 0}} | segmentation_limit_mib",
                "tls: {plain_port: false} | plain_port",
                "tls: {client_certificate: maybe} | client_certificate",
                "tls: {certificate: absent.crt, key: absent.key} | absent.crt",
                "users: {modality: geheim} | users.modality",
                "limits: {contexts: 129} | contexts",
                "limits: {associations_of_one_peer: 0} | associations_of_one_peer",
                "limits: {operations: 257} | operations",
                "limits: {pdu_kib: 20000} | pdu_kib",
                "limits: {command_kib: 0} | command_kib",
                "limits: {artim_s: 0} | artim_s",
                "requests: {response_s: 0} | response_s",
                "destinations: {pacs: {aet: PACS}} | host"
            })
    void aMistakeIsRefusedWithItsPlace(String yaml, String named) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(TandemException.class).hasMessageContaining(named);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ConfigurationReader.read(Path.of("conf", "nothing.yaml")))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("nothing.yaml");
    }
}
