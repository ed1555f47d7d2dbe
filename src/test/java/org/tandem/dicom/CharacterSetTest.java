package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of PS3.5 annexes H, I, J and K, byte for byte. */
final class CharacterSetTest {

    /** Printable ASCII as itself, other bytes as {@code <1B>}. */
    private static byte[] bytes(String text) {
        StringBuilder latin = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '<') {
                latin.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                latin.append(text.charAt(i));
            }
        }
        return latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertBothWays(List<String> terms, String encoded, String text) {
        CharacterSet set = CharacterSet.of(terms);
        assertThat(set.decode(bytes(encoded), VR.PN)).isEqualTo(text);
        assertThat(set.encode(text, VR.PN)).isEqualTo(bytes(encoded));
    }

    @Test
    void kanjiAfterAnEmptyFirstTerm() {
        assertBothWays(
                List.of("", "ISO 2022 IR 87"),
                "Yamada^Tarou=<1B>$B;3ED<1B>(B^<1B>$BB@O:<1B>(B=<1B>$B$d$^$@<1B>(B^<1B>$B$?$m$&<1B>(B",
                "Yamada^Tarou=山田^太郎=やまだ^たろう");
    }

    @Test
    void katakanaThenKanjiReturnsToRoman() {
        assertBothWays(
                List.of("ISO 2022 IR 13", "ISO 2022 IR 87"),
                "<D4><CF><C0><DE>^<C0><DB><B3>=<1B>$B;3ED<1B>(J^<1B>$BB@O:<1B>(J=<1B>$B$d$^$@<1B>(J^<1B>$B$?$m$&<1B>(J",
                "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう");
    }

    @Test
    void koreanIsDesignatedAgainInEveryComponent() {
        assertBothWays(
                List.of("", "ISO 2022 IR 149"),
                "Hong^Gildong=<1B>$)C<FB><F3>^<1B>$)C<D1><CE><D4><D7>=<1B>$)C<C8><AB>^<1B>$)C<B1><E6><B5><BF>",
                "Hong^Gildong=洪^吉洞=홍^길동");
    }

    @Test
    void simplifiedChineseByCodeExtension() {
        assertBothWays(
                List.of("", "ISO 2022 IR 58"),
                "Zhang^XiaoDong=<1B>$)A<D5><C5>^<1B>$)A<D0><A1><B6><AB>=",
                "Zhang^XiaoDong=张^小东=");
    }

    @Test
    void chineseInUtf8AndInGb18030() {
        assertBothWays(
                List.of("ISO_IR 192"), "Wang^XiaoDong=<E7><8E><8B>^<E5><B0><8F><E6><9D><B1>=", "Wang^XiaoDong=王^小東=");
        assertBothWays(List.of("GB18030"), "Wang^XiaoDong=<CD><F5>^<D0><A1><B6><AB>=", "Wang^XiaoDong=王^小东=");
        assertBothWays(List.of("GBK"), "Wang^XiaoDong=<CD><F5>^<D0><A1><B6><AB>=", "Wang^XiaoDong=王^小东=");
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, Buc^J<E9>r<F4>me, Buc^Jérôme",
        "ISO_IR 101, W<B3>adys<B3>aw, Władysław",
        "ISO_IR 109, <A6>, Ĥ",
        "ISO_IR 110, <BF>, ŋ",
        "ISO_IR 144, <BB><EE><DA>ce<DC><D1><E3><E0><D3>, Люкceмбург",
        "ISO_IR 127, <E2><C8><C7><E6><EA>^<E4><E6><D2><C7><D1>, قباني^لنزار",
        "ISO_IR 126, <C4><E9><EF><ED><F5><F3><E9><EF><F2>, Διονυσιος",
        "ISO_IR 138, <F9><F8><E5><EF>^<E3><E1><E5><F8><E4>, שרון^דבורה",
        "ISO_IR 148, <C7>avu<FE>o<F0>lu, Çavuşoğlu",
        "ISO_IR 203, <A4><BC>, €Œ",
        "ISO_IR 166, <B9><D2>, นา",
        "ISO_IR 13, <D4><CF><C0><DE>^<C0><DB><B3>, ﾔﾏﾀﾞ^ﾀﾛｳ"
    })
    void singleByteSets(String term, String encoded, String text) {
        assertBothWays(List.of(term), encoded, text);
    }

    /** ISO_IR 13 is two repertoires: roman in the lower half, katakana in the upper. */
    @Test
    void romanAndKatakanaAreOfOneTerm() {
        assertBothWays(List.of("ISO_IR 13"), "YAMADA^TAROU=<D4><CF><C0><DE>", "YAMADA^TAROU=ﾔﾏﾀﾞ");
    }

    /** PS3.5 I.3: the designation stands once at the beginning of each line. */
    @Test
    void koreanInLinesOfLongText() {
        String encoded = "<1B>$)CThe 1st line includes <B1><E6><B5><BF>.<0D><0A>"
                + "<1B>$)CThe 2nd line includes <B1><E6><B5><BF>, too.<0D><0A>"
                + "The 3rd line.";
        assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 149")).decode(bytes(encoded), VR.LT))
                .isEqualTo("The 1st line includes 길동.\r\nThe 2nd line includes 길동, too.\r\nThe 3rd line.");
    }

    /** PS3.5 J.2, J.4 and K.3: the same lines in three sets. */
    @ParameterizedTest
    @CsvSource({
        "ISO_IR 192, <E4><B8><AD><E6><96><87>",
        "GB18030, <D6><D0><CE><C4>",
        "GBK, <D6><D0><CE><C4>",
        "\\ISO 2022 IR 58, <1B>$)A<D6><D0><CE><C4>"
    })
    void chineseInLinesOfLongText(String terms, String chinese) {
        String encoded = "The first line includes %s.<0D><0A>The second line includes %s, too.<0D><0A>The third line.";
        CharacterSet set = CharacterSet.of(List.of(terms.split("\\\\", -1)));
        byte[] bytes = bytes(encoded.replace("%s", chinese));
        String text = "The first line includes 中文.\r\nThe second line includes 中文, too.\r\nThe third line.";

        assertThat(set.decode(bytes, VR.LT)).isEqualTo(text);
        assertThat(set.encode(text, VR.LT)).isEqualTo(bytes);
    }

    @Test
    void gb18030HasFourBytesForWhatGbkLacks() {
        assertBothWays(List.of("GB18030"), "<81><30><84><36>", "¥");
        assertBothWays(List.of("GB18030"), "<95><32><82><36>", "𠀀");
    }

    @Test
    void aSecondByteThatLooksLikeABackslashSeparatesNothing() {
        DataSet gbk = DataSet.builder()
                .putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, "GB18030")
                .putBytes(Tag.of(0x0010, 0x1001), VR.PN, bytes("<81><5C>^A<5C>B"))
                .build();
        assertThat(gbk.strings(Tag.of(0x0010, 0x1001))).containsExactly("乗^A", "B");
    }

    @Test
    void everyValueBeginsWithTheFirstTermAgain() {
        CharacterSet set = CharacterSet.of(List.of("ISO 2022 IR 100", "ISO 2022 IR 126"));
        assertThat(set.decode(bytes("<1B>-F<C4><5C><C4>"), VR.LO)).isEqualTo("Δ\\Ä");
        assertThat(set.encode("Δ\\Ä", VR.LO)).isEqualTo(bytes("<1B>-F<C4><5C><C4>"));
        assertThat(set.decode(bytes("<1B>-F<C4>^<C4>=<C4>"), VR.PN)).isEqualTo("Δ^Ä=Ä");
        assertThat(set.decode(bytes("<1B>-F<C4>^<C4>=<C4>"), VR.LO))
                .as("no components but in names")
                .isEqualTo("Δ^Δ=Δ");
    }

    @Test
    void greekAndCyrillicInOneValueSwitchAndResetAtTheDelimiter() {
        assertBothWays(List.of("ISO 2022 IR 126", "ISO 2022 IR 144"), "<C4><1B>-L<BB>^<C4>", "ΔЛ^Δ");
    }

    @Test
    void supplementaryKanjiHasItsOwnEscape() {
        assertBothWays(List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"), "<1B>$(D0!<1B>(B", "丂");
    }

    @Test
    void aByteOfAKanjiThatLooksLikeADelimiterIsNone() {
        // 5C is the second byte of the first character, 3D of the second
        byte[] encoded = bytes("<1B>$B0<5C>0=<1B>(B");
        String text = CharacterSet.of(List.of("", "ISO 2022 IR 87")).decode(encoded, VR.PN);
        assertThat(text).hasSize(2).doesNotContain("\\", "=");
    }

    @Test
    void aBackslashEndsAValueButInLongText() {
        CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR 149"));
        byte[] encoded = bytes("<1B>$)C<C8><AB><5C><C8><AB>");
        assertThat(set.decode(encoded, VR.LO)).isEqualTo("홍\\\uFFFD\uFFFD");
        assertThat(set.decode(encoded, VR.LT)).isEqualTo("홍\\홍");
    }

    @Test
    void aLineEndsTheStateInLongText() {
        CharacterSet set = CharacterSet.of(List.of("", "ISO 2022 IR 149"));
        assertThat(set.encode("홍\r\n길동", VR.LT)).isEqualTo(bytes("<1B>$)C<C8><AB><0D><0A><1B>$)C<B1><E6><B5><BF>"));
    }

    @ParameterizedTest
    @CsvSource({"ISO-IR 100", "ISO_IR100", "iso ir 100", "ISO_2022_IR_100", "ISO_IR 100", "LATIN1", "ISO8859-1"})
    void spellingsThatDevicesUse(String term) {
        assertThat(CharacterSet.of(List.of(term)).decode(bytes("J<E9>r<F4>me"), VR.PN))
                .isEqualTo("Jérôme");
    }

    @ParameterizedTest
    @CsvSource({"''", "ISO_IR 6", "ISO_IR 999", "gibberish"})
    void bytesOfNoDeclaredSetAreReadAsTheyAreMostOftenMeant(String term) {
        CharacterSet set = CharacterSet.of(term.isEmpty() ? List.of() : List.of(term));
        assertThat(set.decode(bytes("M<FC>ller"), VR.PN)).isEqualTo("Müller");
        assertThat(set.decode(bytes("Andr<E9>"), VR.PN)).isEqualTo("André");
        assertThat(set.decode(bytes("M<C3><BC>ller"), VR.PN)).isEqualTo("Müller");
        assertThat(set.decode(bytes("=<1B>$B;3ED<1B>(B"), VR.PN)).isEqualTo("=山田");
        assertThat(set.encode("Müller", VR.PN)).isEqualTo(bytes("M?ller"));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 999, names a set that is not known",
        "ISO_IR 100\\gibberish, names a set that is not known",
        "ISO_IR 192\\ISO 2022 IR 87, names a set without code extensions beside others"
    })
    void oddTermsAreLeftOutWithAWarning(String terms, String warning) {
        CharacterSet set = CharacterSet.of(List.of(terms.split("\\\\", -1)));
        assertThat(set.oddity()).hasValueSatisfying(odd -> assertThat(odd).startsWith(warning));
        assertThat(set.definedTerms()).containsExactly(terms.split("\\\\", -1));

        byte[] dataSet = DataSetWriter.toBytes(
                DataSet.builder()
                        .putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, terms)
                        .build(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        List<ReadWarning> warnings = new ArrayList<>();
        assertThatCode(() -> DataSetReader.read(
                        new ByteArrayInputStream(dataSet), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, warnings::add))
                .doesNotThrowAnyException();
        assertThat(warnings).singleElement().satisfies(one -> {
            assertThat(one.tag()).isEqualTo(Tag.SPECIFIC_CHARACTER_SET);
            assertThat(one.message()).startsWith(warning);
        });
    }

    @Test
    void usualTermsAreNotOdd() {
        assertThat(CharacterSet.DEFAULT.oddity()).isEmpty();
        assertThat(CharacterSet.UTF_8.oddity()).isEmpty();
        assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 87", "ISO 2022 IR 159"))
                        .oddity())
                .isEmpty();
    }

    @Test
    void anUnknownEscapeIsShown() {
        CharacterSet set = CharacterSet.of(List.of("ISO_IR 100"));
        assertThat(set.decode(bytes("A<1B>%B<E9>"), VR.LO)).isEqualTo("A\uFFFD%Bé");
    }

    @Test
    void bytesThatAreNotOfTheDeclaredSetAreMarked() {
        assertThat(CharacterSet.UTF_8.decode(bytes("M<FC>ller"), VR.PN)).isEqualTo("M\uFFFDller");
        assertThat(CharacterSet.of(List.of("ISO_IR 126")).decode(bytes("<AE>"), VR.PN))
                .isEqualTo("\uFFFD");
    }

    @Test
    void aCharacterCutInHalfIsNotRead() {
        assertThat(CharacterSet.of(List.of("", "ISO 2022 IR 149")).decode(bytes("<1B>$)C<C8>"), VR.LO))
                .isEqualTo("\uFFFD");
    }

    @Test
    void codesAndNumbersStayInTheDefaultRepertoire() {
        assertThat(CharacterSet.UTF_8.decode(bytes("<C3><A9>"), VR.CS)).isEqualTo("\uFFFD\uFFFD");
    }
}
