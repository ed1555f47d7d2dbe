package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DicomFileTest {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final int LONGER_THAN_KEPT_IN_MEMORY = 100_000;

    @TempDir
    private Path folder;

    /** One of everything: text, numbers of each width, nested sequences, private elements, words. */
    private static DataSet everything() {
        DataSetBuilder builder = DataSet.builder()
                .putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, "ISO_IR 192")
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.4.5"))
                .putText(Tag.PATIENT_NAME, VR.PN, "Müller^Zoë")
                .putText(Tag.IMAGE_POSITION_PATIENT, VR.DS, "-1.5", "2", "3e1")
                .putIntegers(Tag.ROWS, VR.US, 512)
                .putIntegers(Tag.of(0x0018, 0x9219), VR.SS, -7)
                .putIntegers(Tag.of(0x0018, 0x6020), VR.SL, -70_000)
                .putDecimals(Tag.of(0x0018, 0x9087), VR.FD, 1e-300, -2.5)
                .putBytes(Tag.of(0x0028, 0x1201), VR.OW, new byte[] {1, 2, 3, 4});
        int mine = builder.privateTag(0x0029, "TANDEM TEST", 0x10);
        builder.putBytes(mine, VR.UN, new byte[] {9, 8, 7, 6});
        DataSet inner = DataSet.builder(builder.characterSet())
                .putText(Tag.PATIENT_NAME, VR.PN, "Änne")
                .putItems(Tag.REFERENCED_IMAGE_SEQUENCE, DataSet.EMPTY, DataSet.EMPTY)
                .build();
        return builder.putItems(Tag.REFERENCED_IMAGE_SEQUENCE, inner)
                .putBytes(Tag.PIXEL_DATA, VR.OW, new byte[] {0, 1, 2, 3, 4, 5})
                .build();
    }

    private Path write(DataSet dataSet, TransferSyntax syntax) throws IOException {
        Path file = folder.resolve(syntax.uid() + ".dcm");
        DicomFileWriter.write(file, DicomFile.of(dataSet, syntax));
        return file;
    }

    private static TransferSyntax syntax(String uid) {
        return TransferSyntaxes.of(new Uid(uid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void whatIsWrittenIsReadInEverySyntax(String uid) throws IOException {
        Path file = write(everything(), syntax(uid));

        DicomFile read = DicomFileReader.read(file);

        assertThat(read.syntax().uid()).isEqualTo(new Uid(uid));
        assertThat(read.warnings()).isEmpty();
        assertThat(read.dataSet().strings(Tag.PATIENT_NAME)).containsExactly("Müller^Zoë");
        assertThat(read.dataSet()
                        .item(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .orElseThrow()
                        .string(Tag.PATIENT_NAME))
                .contains("Änne");
        assertThat(read.dataSet().decimals(Tag.of(0x0018, 0x9087))).containsExactly(1e-300, -2.5);
        assertThat(read.dataSet().integers(Tag.of(0x0018, 0x6020))).containsExactly(-70_000);
        assertThat(read.dataSet().privateElement(0x0029, "TANDEM TEST", 0x10)).isPresent();
        assertThat(DataSetWriter.toBytes(inMemory(read.dataSet()), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN))
                .isEqualTo(DataSetWriter.toBytes(everything(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    /** The same with every value taken out of the file, as bytes of little endian. */
    private static DataSet inMemory(DataSet dataSet) {
        DataSetBuilder builder = dataSet.toBuilder();
        for (Element element : dataSet.elements()) {
            if (element.value() instanceof Value.FileRegion) {
                builder.putBytes(element.tag(), element.vr(), ValueStreams.readLittleEndian(element));
            }
        }
        return builder.build();
    }

    @Test
    void pixelDataStayInTheFile() throws IOException {
        DataSet large = everything().toBuilder()
                .putBytes(Tag.PIXEL_DATA, VR.OW, new byte[LONGER_THAN_KEPT_IN_MEMORY])
                .build();
        Path file = write(large, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        Value value = DicomFileReader.read(file)
                .dataSet()
                .element(Tag.PIXEL_DATA)
                .orElseThrow()
                .value();

        assertThat(value).isInstanceOf(Value.FileRegion.class);
        assertThat(ValueStreams.lengthBytes(value)).isEqualTo(LONGER_THAN_KEPT_IN_MEMORY);
        assertThat(DicomFileReader.readHeader(file).dataSet().contains(Tag.PIXEL_DATA))
                .isFalse();
    }

    @Test
    void fragmentsOfCompressedPixelsAreReadAndWrittenAsTheyAre() throws IOException {
        byte[] pixels = littleEndian(0xE000FFFE, 8, 0, 6, 0xE000FFFE, 4, 0x04030201, 0xE000FFFE, 6);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(pixels);
        bytes.writeBytes(new byte[] {5, 6, 7, 8, 9, 10});
        bytes.writeBytes(littleEndian(0xE0DDFFFE, 0));
        Path file = part10(RLE, littleEndian(0x00107FE0, 0x0000424F, 0xFFFFFFFF), bytes.toByteArray());

        DicomFile read = DicomFileReader.read(file);

        Value.Fragments fragments = (Value.Fragments)
                read.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
        assertThat(ValueStreams.lengthBytes(fragments)).isEqualTo(10);
        Path copy = folder.resolve("copy.dcm");
        DicomFileWriter.write(copy, read);
        assertThat(Files.readAllBytes(copy)).endsWith(bytes.toByteArray());
    }

    /** A file of a few bytes, written by hand. */
    private Path part10(String syntax, byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FileMeta.toBytes(FileMeta.of(SopClasses.CT_IMAGE_STORAGE, new Uid("1.2.3"), syntax(syntax))));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return Files.write(folder.resolve("by-hand.dcm"), out.toByteArray());
    }

    private static byte[] littleEndian(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            buffer.putInt(word);
        }
        return buffer.array();
    }

    @Test
    void sequencesOfUndefinedLengthAreReadAsThoseOfDefinedLength() throws IOException {
        Path file = part10(
                "1.2.840.10008.1.2",
                littleEndian(0x11400008, 0xFFFFFFFF), // (0008,1140), undefined length
                littleEndian(0xE000FFFE, 0xFFFFFFFF), // item, undefined length
                littleEndian(0x11550008, 4, 0x00332E31), // (0008,1155) "1.3"
                littleEndian(0xE00DFFFE, 0), // end of item
                littleEndian(0xE000FFFE, 12, 0x11550008, 4, 0x00342E31), // item of 12 bytes, "1.4"
                littleEndian(0xE0DDFFFE, 0), // end of sequence
                littleEndian(0x00100028, 2)); // Rows
        Files.write(file, new byte[] {1, 2}, java.nio.file.StandardOpenOption.APPEND);

        DataSet read = DicomFileReader.read(file).dataSet();

        assertThat(read.items(Tag.REFERENCED_IMAGE_SEQUENCE))
                .extracting(
                        item -> item.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID).value())
                .containsExactly("1.3", "1.4");
        assertThat(read.requireInteger(Tag.ROWS)).isEqualTo(0x0201);
    }

    @Test
    void unknownOfUndefinedLengthIsASequenceInImplicitLittleEndian() throws IOException {
        Path file = part10(
                "1.2.840.10008.1.2.1",
                littleEndian(0x11400008, 0x00004E55, 0xFFFFFFFF), // (0008,1140) UN, undefined length (PS3.5 6.2.2)
                littleEndian(0xE000FFFE, 12, 0x11550008, 4, 0x00332E31),
                littleEndian(0xE0DDFFFE, 0));

        assertThat(DicomFileReader.read(file).dataSet().items(Tag.REFERENCED_IMAGE_SEQUENCE))
                .hasSize(1);
    }

    @Test
    void sequencesInSequencesHaveALimit() throws IOException {
        int depth = 100_000;
        ByteBuffer nested = ByteBuffer.allocate(16 * depth).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < depth; i++) {
            nested.putInt(0x11400008).putInt(0xFFFFFFFF).putInt(0xE000FFFE).putInt(0xFFFFFFFF);
        }
        Path file = part10("1.2.840.10008.1.2", nested.array());

        assertThatThrownBy(() -> DicomFileReader.read(file))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE));
    }

    @ParameterizedTest
    @CsvSource({"empty.dcm", "not-dicom.dcm", "cut-in-meta.dcm", "truncated.dcm", "length-past-the-end.dcm"})
    void brokenFilesAreRefusedWithTheirName(String name) {
        Path file = Path.of("test-dicom", "broken", name);

        assertThatThrownBy(() -> DicomFileReader.read(file))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(name);
    }

    @Test
    void aSequenceThatTheFileEndsInIsReadWithAWarning() {
        DicomFile read = DicomFileReader.read(Path.of("test-dicom", "broken", "unclosed-sequence.dcm"));

        assertThat(read.warnings()).isNotEmpty();
    }

    @Test
    void anOddLengthIsReadWithAWarning() {
        DicomFile read = DicomFileReader.read(Path.of("test-dicom", "broken", "odd-length.dcm"));

        assertThat(read.warnings()).isNotEmpty();
        assertThat(read.dataSet().string(Tag.PATIENT_ID))
                .hasValueSatisfying(id -> assertThat(id).hasSize(11));
    }

    @Test
    void aFileWithoutPreambleIsReadAllTheSame() throws IOException {
        byte[] bare = DataSetWriter.toBytes(everything(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        Path file = Files.write(folder.resolve("bare.dcm"), bare);

        DicomFile read = DicomFileReader.read(file);

        assertThat(read.syntax()).isEqualTo(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
        assertThat(read.fileMeta().isEmpty()).isTrue();
        assertThat(read.dataSet().requireInteger(Tag.ROWS)).isEqualTo(512);
        assertThat(read.warnings()).extracting(Object::toString).anyMatch(text -> text.contains("preamble"));
    }

    @Test
    void wordsOfABigEndianFileAreGivenInLittleEndian() throws IOException {
        Path file = write(everything(), TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

        Element pixels =
                DicomFileReader.read(file).dataSet().element(Tag.PIXEL_DATA).orElseThrow();

        try (InputStream in = ValueStreams.open(pixels.value())) {
            assertThat(in.readAllBytes()).containsExactly(1, 0, 3, 2, 5, 4);
        }
        assertThat(ValueStreams.readLittleEndian(pixels)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void aFileThatIsNotThereMayComeLater() {
        assertThatThrownBy(() -> DicomFileReader.read(folder.resolve("gone.dcm")))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.RETRY));
    }

    @Test
    void everySetOfTestImagesIsReadWithoutAWarning() throws IOException {
        List<Path> files;
        try (var all = Files.walk(Path.of("test-dicom"))) {
            files = all.filter(file -> file.toString().endsWith(".dcm") && !file.startsWith("test-dicom/broken"))
                    .toList();
        }
        assertThat(files).hasSizeGreaterThan(150);
        for (Path file : files) {
            assertThat(DicomFileReader.read(file).warnings())
                    .as(file.toString())
                    .isEmpty();
        }
    }
}
