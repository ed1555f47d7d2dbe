package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around data sets in files, and files that were cut off. */
final class FileToleranceTest {

    private static final String MODALITY = "0800 6000 4353 0200 4354"; // (0008,0060) CS "CT"
    private static final String IMPLICIT_MODALITY = "0800 6000 02000000 4354";
    private static final String PREFIX = "4449434D";
    private static final String PREAMBLE = "00".repeat(128);
    private static final String EXPLICIT_UID = "312E322E3834302E31303030382E312E322E3100"; // 20 bytes
    private static final String META = "0200 1000 5549 1400" + EXPLICIT_UID; // Transfer Syntax UID, 28 bytes
    private static final String META_LENGTH = "0200 0000 554C 0400 ";

    @TempDir
    private Path folder;

    private DicomFile read(String hex) throws IOException {
        return DicomFileReader.read(Files.write(folder.resolve("a.dcm"), Hex.bytes(hex)));
    }

    @Test
    void aRawDataSetIsReadInTheSyntaxOfItsFirstElement() throws IOException {
        String[] warnings = {
            "(0000,0000) at byte 0: no preamble and prefix",
            "(0002,0000) at byte 0: no File Meta Information",
            "(0002,0010) at byte 0: no Transfer Syntax UID, found from the first element"
        };
        assertFile(read(MODALITY), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, warnings);
        assertThat(read(IMPLICIT_MODALITY).syntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(read("0008 0060 4353 0002 4354").syntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);
    }

    @Test
    void aPreambleWithoutPrefixIsSkipped() throws IOException {
        assertFile(
                read(PREAMBLE + META_LENGTH + "1C000000" + META + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0000,0000) at byte 128: no prefix after the preamble");
    }

    @Test
    void aPrefixWithoutPreambleIsEnough() throws IOException {
        assertFile(
                read(PREFIX + META_LENGTH + "1C000000" + META + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0000,0000) at byte 0: no preamble before the prefix");
    }

    @Test
    void metaInformationMayBeMissingBehindThePrefix() throws IOException {
        assertFile(
                read(PREAMBLE + PREFIX + IMPLICIT_MODALITY),
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                "(0002,0000) at byte 132: no File Meta Information",
                "(0002,0010) at byte 132: no Transfer Syntax UID, found from the first element");
    }

    @Test
    void theLengthOfMetaInformationIsNotTrusted() throws IOException {
        assertFile(
                read(PREAMBLE + PREFIX + META_LENGTH + "FFFF0000" + META + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0002,0000) at byte 132: says that its group has 65535 bytes, it has 28");
        assertFile(
                read(PREAMBLE + PREFIX + META + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0002,0000) at byte 132: is missing");
    }

    @Test
    void metaInformationIsReadInTheByteOrderAndLayoutItHas() throws IOException {
        assertFile(
                read(PREAMBLE + PREFIX + "0002 0000 554C 0004 0000001C 0002 0010 5549 0014" + EXPLICIT_UID + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0002,0000) at byte 132: announced as explicit VR little endian, read as explicit VR big endian");
        assertFile(
                read(PREAMBLE + PREFIX + "0200 0000 04000000 1C000000 0200 1000 14000000" + EXPLICIT_UID + MODALITY),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "(0002,0000) at byte 132: announced as explicit VR little endian, read as implicit VR little endian");
    }

    @Test
    void aSyntaxOfNobodyIsReadAsExplicit() throws IOException {
        DicomFile read = read(PREAMBLE + PREFIX + META_LENGTH + "0C000000 0200 1000 5549 0400 312E3900" + MODALITY);

        assertThat(read.dataSet().string(Tag.MODALITY)).contains("CT");
        assertThat(read.warnings())
                .extracting(Object::toString)
                .containsExactly(
                        "(0002,0010) at byte 156: names no syntax of the standard, read as explicit VR little endian");
    }

    private static void assertFile(DicomFile read, TransferSyntax syntax, String... warnings) {
        assertThat(Hex.line(read.dataSet())).isEqualTo("00080060 CS CT");
        assertThat(read.syntax()).isEqualTo(syntax);
        assertThat(read.warnings()).extracting(Object::toString).containsExactly(warnings);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflatedDataAreReadWithAndWithoutTheHeaderOfZlib(boolean raw) throws IOException {
        Path file = deflated(raw, new byte[] {0});

        DicomFile read = DicomFileReader.read(file);

        assertThat(read.dataSet().requireInteger(Tag.ROWS)).isEqualTo(64);
        assertThat(read.warnings().toString())
                .isEqualTo(raw ? "[]" : "[(0000,0000) at byte 0: deflated with a zlib header]");
    }

    @Test
    void whatIsAnnouncedAsDeflatedAndIsNotIsReadAsItIs() throws IOException {
        byte[] meta = FileMeta.toBytes(FileMeta.of(
                SopClasses.CT_IMAGE_STORAGE, new Uid("1.2.3"), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN));
        Path file = folder.resolve("plain.dcm");
        Files.write(file, concatenated(meta, Hex.bytes(MODALITY)));

        DicomFile read = DicomFileReader.read(file);

        assertThat(Hex.line(read.dataSet())).isEqualTo("00080060 CS CT");
        assertThat(read.warnings()).extracting(ReadWarning::message).containsExactly("announced as deflated, is not");
    }

    private static DataSet ct() {
        return DicomFileReader.readHeader(Path.of("test-dicom", "ct-sphere", "IM0020.dcm"))
                .dataSet();
    }

    private Path deflated(boolean raw, byte[] behind) throws IOException {
        TransferSyntax syntax = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FileMeta.toBytes(FileMeta.of(SopClasses.CT_IMAGE_STORAGE, new Uid("1.2.3"), syntax)));
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(out, deflater)) {
            deflated.write(DataSetWriter.toBytes(ct(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        } finally {
            deflater.end();
        }
        out.writeBytes(behind);
        return Files.write(folder.resolve("deflated.dcm"), out.toByteArray());
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "truncated.dcm; (7FE0,0010) at byte 1258: is cut off: got 412 bytes, expected a value of 512 bytes",
                "length-past-the-end.dcm; (7FE0,0010) at byte 1278",
                "cut-in-meta.dcm; is cut off"
            })
    void whatWasCutOffIsRefusedUnlessAsMuchAsIsThereIsWanted(String name, String warning) {
        Path file = Path.of("test-dicom", "broken", name);

        assertThatThrownBy(() -> DicomFileReader.read(file)).isInstanceOf(TandemException.class);
        assertThat(DicomFileReader.read(file, ReadOptions.AS_FAR_AS_IT_GOES).warnings())
                .extracting(Object::toString)
                .anyMatch(text -> text.contains(warning));
    }

    /** At every byte: as much as is there, or a refusal; never anything else, and never an end to waiting. */
    @Test
    void aFileCutOffAnywhereIsReadAsFarAsItGoes() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("test-dicom", "jp-name", "IM0001.dcm"));
        int elements = 0;
        for (int length = 400; length < whole.length; length++) {
            Path file = Files.write(folder.resolve("cut.dcm"), Arrays.copyOf(whole, length));
            int found = DicomFileReader.read(file, ReadOptions.AS_FAR_AS_IT_GOES)
                    .dataSet()
                    .elements()
                    .size();
            assertThat(found).as("cut to " + length).isGreaterThanOrEqualTo(elements);
            elements = found;
        }
        assertThat(elements).isGreaterThan(40);
    }

    @Test
    void theLimitOfDepthIsConfigured() throws IOException {
        DataSet three = DataSet.EMPTY;
        for (int i = 0; i < 3; i++) {
            three = DataSet.builder()
                    .putItems(Tag.REFERENCED_IMAGE_SEQUENCE, three)
                    .build();
        }
        Path file = Files.write(
                folder.resolve("deep.dcm"), DataSetWriter.toBytes(three, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));

        assertThat(DicomFileReader.read(file, ReadOptions.WHOLE.withMaxDepth(3)).dataSet())
                .isEqualTo(three);
        assertThatThrownBy(() -> DicomFileReader.read(file, ReadOptions.WHOLE.withMaxDepth(2)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(
                        "(0008,1140) at byte 40: got sequences nested deeper, expected a depth of at most 2");
        assertThatThrownBy(() -> ReadOptions.WHOLE.withMaxDepth(0)).isInstanceOf(TandemException.class);
    }
}
