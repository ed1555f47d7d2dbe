package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.TandemException;
import org.tandem.model.ModelStore;
import org.tandem.model.YamlMap;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;
import org.tandem.net.ScuOptions;
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
                series: {quiet_period_s: 2.5}
                work: {inference_attempts: 7}
                destinations: {archive: {aet: ARCHIVE, host: pacs.example}}
                """);

        assertThat(configuration.node().aeTitle()).isEqualTo(new AeTitle("SECOND"));
        assertThat(configuration.node().callingAeTitles()).containsExactly(new AeTitle("CT1"), new AeTitle("MR1"));
        assertThat(configuration.series().quietPeriod()).isEqualTo(Duration.ofMillis(2500));
        assertThat(configuration.work().inferenceRetry().maxAttempts()).isEqualTo(7);
        assertThat(configuration.destinations().get("archive").port()).isEqualTo(104);
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
                "work: {inference_slots: 0} | inference_slots",
                "work: {longest_wait_s: 1} | longest_wait_s",
                "nodes: {} | nodes",
                "destinations: {pacs: {aet: PACS}} | host"
            })
    void aMistakeIsRefusedWithItsPlace(String yaml, String named) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("test.yaml")
                .hasMessageContaining(named);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ConfigurationReader.read(Path.of("conf", "nothing.yaml")))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("nothing.yaml");
    }
}
