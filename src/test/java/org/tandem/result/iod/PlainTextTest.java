package org.tandem.result.iod;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void textBecomesPrintableAscii() {
        assertThat(PlainText.of(" Größe\tdes\nHerzens \\ 心 ")).isEqualTo("Gro?e des Herzens / ?");
    }

    @Test
    void aLongStringIsCutAtSixtyFourCharacters() {
        assertThat(PlainText.longString("x".repeat(100))).hasSize(64);
    }

    @Test
    void onlyTheMiddlePartIsCutOfThree() {
        String text = PlainText.longString("AI SEG:", "A title that goes on and on ".repeat(4), "12.0.1");
        assertThat(text)
                .hasSizeLessThanOrEqualTo(64)
                .startsWith("AI SEG: A title")
                .endsWith(" 12.0.1");
    }

    @Test
    void aCodeStringIsUpperCaseAndShort() {
        assertThat(PlainText.codeString("brain-extraction")).isEqualTo("BRAIN_EXTRACTION");
        assertThat(PlainText.codeString("lungs & nodules of the chest")).isEqualTo("LUNGS_NODULES_OF");
    }
}
