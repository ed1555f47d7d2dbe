package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of PS3.6, looked up by hand. */
final class DictionaryTest {

    @ParameterizedTest
    @CsvSource({
        "00100010, PatientName, PN",
        "00280010, Rows, US",
        "7FE00010, PixelData, OW",
        "00189087, DiffusionBValue, FD",
        "52009229, SharedFunctionalGroupsSequence, SQ"
    })
    void elementsHaveTheirKeywordAndRepresentation(String hex, String keyword, String vr) {
        int tag = Integer.parseUnsignedInt(hex, 16);
        assertThat(Dictionary.keyword(tag)).isEqualTo(keyword);
        assertThat(Dictionary.tag(keyword)).hasValue(tag);
        assertThat(Dictionary.vr(tag)).isEqualTo(VR.valueOf(vr));
    }

    @Test
    void overlaysRepeatInTheirGroups() {
        assertThat(Dictionary.vr(Tag.of(0x6002, 0x0010))).isEqualTo(VR.US);
        assertThat(Dictionary.keyword(Tag.of(0x6002, 0x0010))).isEqualTo("OverlayRows");
    }

    @Test
    void tagsAreWrittenAsTheStandardWritesThem() {
        assertThat(Tag.format(Tag.of(0x7FE0, 0x0010))).isEqualTo("(7FE0,0010)");
        assertThat(Tag.group(Tag.of(0xFFFE, 0xE000))).isEqualTo(0xFFFE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1..2",
                ".1",
                "1.",
                "a.b",
                "1.2.840.10008.1.2.3.4.5.6.7.8.9.0.1.2.3.4.5.6.7.8.9.0.1.2.3.4.5.6"
            })
    void uidsThatAreNoneAreRefused(String text) {
        assertThat(Uid.isValid(text)).isFalse();
        assertThatThrownBy(() -> new Uid(text)).isInstanceOf(TandemException.class);
    }

    @Test
    void derivedUidsAreTheSameForTheSamePartsAndOtherForOthers() {
        assertThat(Uid.derived("a", "bc")).isEqualTo(Uid.derived("a", "bc")).isNotEqualTo(Uid.derived("ab", "c"));
        assertThat(Uid.derived("a").value()).startsWith("2.25.").hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void theImplementationIsNamedForGood() {
        assertThat(Implementation.CLASS_UID).isEqualTo(new Uid("2.25.316097277305748809810378875561924105654"));
        assertThat(Implementation.VERSION_NAME).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void everyStorageClassAndSyntaxHasAName() {
        assertThat(SopClasses.storage())
                .hasSize(197)
                .allSatisfy(uid -> assertThat(SopClasses.name(uid)).isNotBlank().isNotEqualTo("unknown SOP class"));
        assertThat(SopClasses.isStorage(SopClasses.VERIFICATION)).isFalse();
        assertThat(TransferSyntaxes.isKnown(new Uid("1.2.840.10008.1.2.4.201"))).isTrue();
    }
}
