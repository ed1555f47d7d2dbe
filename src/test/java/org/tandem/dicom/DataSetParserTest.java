package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What devices write, standard or not; bytes by hand. */
final class DataSetParserTest {

    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final String MODALITY = "0800 6000 4353 0200 4354 ";

    private final List<ReadWarning> warnings = new ArrayList<>();

    private DataSet read(TransferSyntax syntax, String hex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
        return DataSetReader.read(new ByteArrayInputStream(bytes), syntax, warnings::add);
    }

    /** (0028,0106) "US or SS" follows (0028,0103), in implicit VR where nothing else tells. */
    @ParameterizedTest
    @CsvSource({"0000, US, 65535", "0100, SS, -1"})
    void smallestPixelValueHasTheSignOfThePixels(String representation, VR vr, int value) throws IOException {
        DataSet read = read(IMPLICIT, "2800 0301 02000000 " + representation + " 2800 0601 02000000 FFFF");

        assertThat(read.element(Tag.of(0x0028, 0x0106)).orElseThrow().vr()).isEqualTo(vr);
        assertThat(read.integer(Tag.of(0x0028, 0x0106))).hasValue(value);
    }

    @Test
    void groupLengthsAreLeftOut() throws IOException {
        assertThat(read(EXPLICIT, "0800 0000 554C 0400 0A000000 " + MODALITY).elements())
                .extracting(Element::tag)
                .containsExactly(Tag.MODALITY);
    }

    @Test
    void whatSomeNodeDidNotKnowIsKnownHereAfterAll() throws IOException {
        DataSet read = read(EXPLICIT, "2800 1000 554E 0000 02000000 0201"); // Rows as UN

        assertThat(read.element(Tag.ROWS).orElseThrow().vr()).isEqualTo(VR.US);
        assertThat(read.requireInteger(Tag.ROWS)).isEqualTo(0x0102);
    }

    @Test
    void privateElementsOfImplicitFilesStayUnknownAndWhole() throws IOException {
        DataSet read = read(IMPLICIT, "2900 1000 04000000 54455354 2900 0110 04000000 01020304");

        assertThat(read.element(Tag.of(0x0029, 0x1001)).orElseThrow().vr()).isEqualTo(VR.UN);
        assertThat(read.privateCreator(Tag.of(0x0029, 0x1001))).contains("TEST");
        assertThat(DataSetWriter.toBytes(read, EXPLICIT))
                .isEqualTo(HexFormat.of()
                        .parseHex("29001000" + "4C4F0400" + "54455354" + "29000110" + "554E0000" + "04000000"
                                + "01020304"));
    }

    @Test
    void anImplicitDataSetThatIsAnnouncedAsExplicitIsRead() throws IOException {
        assertThat(read(EXPLICIT, "0800 6000 02000000 4354").string(Tag.MODALITY))
                .contains("CT");
        assertThat(warnings).singleElement().satisfies(w -> assertThat(w.message())
                .contains("read as implicit VR little endian"));
    }

    @Test
    void whereARepresentationDoesNotExistTheRegistryIsAsked() throws IOException {
        DataSet read = read(EXPLICIT, MODALITY + "2800 1000 5A5A 0000 02000000 0201 2900 0110 5A5A 0000 02000000 0201");

        assertThat(read.requireInteger(Tag.ROWS)).isEqualTo(0x0102);
        assertThat(read.element(Tag.of(0x0029, 0x1001)).orElseThrow().vr()).isEqualTo(VR.UN);
        assertThat(warnings).extracting(ReadWarning::message).containsOnly("has the unknown VR \"ZZ\", read as UN");
        assertThat(warnings).hasSize(2);
    }

    @Test
    void aTagThatStandsTwiceIsReadOnce() throws IOException {
        assertThat(read(EXPLICIT, MODALITY + "0800 6000 4353 0200 4D52").string(Tag.MODALITY))
                .contains("CT");
        assertThat(warnings)
                .extracting(ReadWarning::message)
                .containsExactly("stands twice in one data set, the first is kept");
    }

    @Test
    void zerosAtTheEndArePadding() throws IOException {
        assertThat(read(EXPLICIT, MODALITY + "00000000 00000000 00000000").elements())
                .hasSize(1);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void aSequenceOfNoItemsIsOneInBothLengths() throws IOException {
        assertThat(read(EXPLICIT, "0800 4011 5351 0000 00000000").element(Tag.REFERENCED_IMAGE_SEQUENCE))
                .hasValueSatisfying(e -> assertThat(e.isEmpty()).isTrue());
        assertThat(read(EXPLICIT, "0800 4011 5351 0000 FFFFFFFF FEFF DDE0 00000000")
                        .element(Tag.REFERENCED_IMAGE_SEQUENCE))
                .hasValueSatisfying(e -> assertThat(e.isEmpty()).isTrue());
        assertThat(warnings).isEmpty();
    }

    /** Items inherit the set, unless they have their own; behind the item the outer one is in force again. */
    @Test
    void anItemHasTheCharacterSetOfWhatIsAroundItOrItsOwn() throws IOException {
        String latin = "0800 0500 4353 0A00 49534F5F495220313030"; // ISO_IR 100
        String utf8 = "0800 0500 4353 0A00 49534F5F495220313932"; // ISO_IR 192
        String name = "1000 1000 504E 0200 C3A9";
        DataSet read = read(
                EXPLICIT,
                latin + "0800 4011 5351 0000 36000000"
                        + "FEFF 00E0 0A000000" + name
                        + "FEFF 00E0 1C000000" + utf8 + name
                        + name);

        assertThat(read.items(Tag.REFERENCED_IMAGE_SEQUENCE))
                .extracting(item -> item.requireString(Tag.PATIENT_NAME))
                .containsExactly("Ã©", "é");
        assertThat(read.string(Tag.PATIENT_NAME)).contains("Ã©");
    }

    @ParameterizedTest
    @CsvSource({
        "0800 6000 4353 0400 4354, a value of 4 bytes",
        "0800 6000 4353 04, an element of 8 bytes",
        "0800 4011 5351 0000 20000000 FEFF 00E0, 32 bytes",
        "0800 4011 5351 0000 FFFFFFFF 0800 6000 4353 0000, an item or a sequence delimitation item"
    })
    void whatEndsTooEarlyIsRefused(String hex, String expected) {
        assertThatThrownBy(() -> DataSetReader.read(HexFormat.of().parseHex(hex.replace(" ", "")), EXPLICIT))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(expected);
    }

    @ParameterizedTest
    @CsvSource({"63, true", "64, true", "65, false", "200, false"})
    void sequencesNestAsDeepAsTheLimit(int depth, boolean read) {
        DataSet nested = DataSet.EMPTY;
        for (int i = 0; i < depth; i++) {
            nested = DataSet.builder()
                    .putItems(Tag.REFERENCED_IMAGE_SEQUENCE, nested)
                    .build();
        }
        byte[] bytes = DataSetWriter.toBytes(nested, EXPLICIT);
        DataSet written = nested;
        if (read) {
            assertThat(DataSetReader.read(bytes, EXPLICIT)).isEqualTo(written);
        } else {
            assertThatThrownBy(() -> DataSetReader.read(bytes, EXPLICIT))
                    .isInstanceOf(TandemException.class)
                    .hasMessageContaining("a depth of at most 64");
        }
    }
}
