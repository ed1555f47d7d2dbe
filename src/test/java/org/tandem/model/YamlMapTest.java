package org.tandem.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;

final class YamlMapTest {

    @Test
    void valuesAreReadByKey() {
        YamlMap yaml = YamlMap.parse("name: brain\ninput: {size: [1, 2.5]}\nslots: 3\nversion: 1.0", "m.yaml");
        assertThat(yaml.string("name")).isEqualTo("brain");
        assertThat(yaml.map("input").decimals("size")).containsExactly(1.0, 2.5);
        assertThat(yaml.integer("slots", 1)).isEqualTo(3);
        assertThat(yaml.string("version")).isEqualTo("1.0");
        assertThat(yaml.integer("absent", 7)).isEqualTo(7);
        yaml.refuseUnknownKeys();
    }

    @Test
    void anUnknownKeyIsRefusedWithFilePathAndTheNearestKnownKey() {
        YamlMap yaml = YamlMap.parse("node: {aet: A, dicom_prt: 104}", "conf/tandem.yaml");
        YamlMap node = yaml.map("node");
        node.string("aet");
        node.integer("dicom_port", 11112);
        assertThatThrownBy(yaml::refuseUnknownKeys)
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("conf/tandem.yaml, node.dicom_prt: unknown key")
                .hasMessageContaining("did you mean \"dicom_port\"?");
    }

    @Test
    void aMissingValueSaysWhereAndWhatIsExpected() {
        assertThatThrownBy(() -> YamlMap.parse("a: {}", "x.yaml").map("a").string("name"))
                .hasMessage("x.yaml, a.name: got nothing, expected a text");
    }

    @Test
    void aValueOfAnotherTypeSaysWhatItGot() {
        assertThatThrownBy(() -> YamlMap.parse("slots: many", "x.yaml").integer("slots", 1))
                .hasMessage("x.yaml, slots: got many, expected a whole number");
        assertThatThrownBy(() -> YamlMap.parse("- 1", "x.yaml")).hasMessage("x.yaml: got [1], expected a mapping");
    }

    @Test
    void aKeyWrittenTwiceIsRefused() {
        assertThatThrownBy(() -> YamlMap.parse("a: 1\na: 2", "x.yaml")).hasMessageContaining("x.yaml is no YAML");
    }

    @Test
    void anEmptyFileIsAnEmptyMapping() {
        assertThat(YamlMap.parse("", "x.yaml").keys()).isEmpty();
    }
}
