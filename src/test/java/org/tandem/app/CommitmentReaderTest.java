package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.model.YamlMap;
import org.tandem.work.Commitment;

class CommitmentReaderTest {

    private static final String PACS = "destinations: {pacs: {aet: PACS, host: 127.0.0.1, port: 104}}\n";

    @Test
    void nobodyHasToCommitUnlessItIsSaid() {
        assertThat(ConfigurationReader.defaults().work().commitment()).isEqualTo(Commitment.NONE);
    }

    @Test
    void eachKeyIsRead() {
        Configuration configuration = read(
                PACS + "commitment: {destinations: [pacs], requestors: [pacs], same_association_s: 7, patience_s: 60}");

        assertThat(configuration.work().commitment())
                .isEqualTo(
                        new Commitment(Set.of("pacs"), Set.of("pacs"), Duration.ofSeconds(7), Duration.ofSeconds(60)));
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        assertThatThrownBy(() -> read(PACS + "commitment: {destinations: [archive]}"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("archive");
        assertThatThrownBy(() -> read(PACS + "commitment: {requestors: [ct-7]}"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("ct-7");
        assertThatThrownBy(() -> read("commitment: {patience_s: 0}"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("patience_s");
        assertThatThrownBy(() -> read("commitment: {patient_s: 1}"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("patience_s");
    }

    private static Configuration read(String yaml) {
        return ConfigurationReader.read(YamlMap.parse(yaml, "test"));
    }
}
