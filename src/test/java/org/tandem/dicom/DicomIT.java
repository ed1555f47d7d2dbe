package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.net.OutsideProgram;

/** Files that dcmtk and gdcm write are read here, and files that are written here are read by them. */
final class DicomIT {

    private static final Path CT = Path.of("test-dicom", "ct-sphere", "IM0020.dcm");
    private static final Path HEAD = Path.of("test-dicom", "mr-enhanced", "enhanced.dcm");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "+te, +e, 1.2.840.10008.1.2.1",
        "+te, -e, 1.2.840.10008.1.2.1",
        "+ti, +e, 1.2.840.10008.1.2",
        "+ti, -e, 1.2.840.10008.1.2",
        "+tb, -e, 1.2.840.10008.1.2.2",
        "+td, -e, 1.2.840.10008.1.2.1.99"
    })
    void whatDcmconvWritesHasTheSameContent(String syntax, String lengths, String uid) throws Exception {
        Path converted = folder.resolve("converted.dcm");
        OutsideProgram.find("dcmconv").run(syntax, lengths, HEAD, converted);

        DicomFile read = DicomFileReader.read(converted);

        assertThat(read.syntax().uid()).isEqualTo(new Uid(uid));
        assertThat(read.warnings()).isEmpty();
        assertThat(explicit(read)).isEqualTo(explicit(DicomFileReader.read(HEAD)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void whatIsWrittenHereDcmtkReadsWithTheSameContent(String uid) throws Exception {
        DicomFile head = DicomFileReader.read(HEAD);
        Path written = folder.resolve("written.dcm");
        DicomFileWriter.write(written, DicomFile.of(head.dataSet(), TransferSyntaxes.of(new Uid(uid))));

        assertThat(OutsideProgram.find("dcmftest").run(written)).startsWith("yes");
        Path back = folder.resolve("back.dcm");
        OutsideProgram.find("dcmconv").run("+te", written, back);
        assertThat(explicit(DicomFileReader.read(back))).isEqualTo(explicit(head));
    }

    @Test
    void namesWrittenWithCodeExtensionsAreTheSameToDcmtk() throws Exception {
        String name = "Hong^Gildong=洪^吉洞=홍^길동";
        DataSet korean = DicomFileReader.read(HEAD).dataSet().toBuilder()
                .putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, "", "ISO 2022 IR 149")
                .putText(Tag.PATIENT_NAME, VR.PN, name)
                .build();
        Path written = folder.resolve("korean.dcm");
        DicomFileWriter.write(written, DicomFile.of(korean, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));

        String dump = OutsideProgram.find("dcmdump").run("+U8", "+P", "PatientName", written);

        assertThat(utf8(dump)).contains("[" + name + "]");
    }

    @Test
    void whatDcmodifyChangesIsReadAndNothingElseHasChanged() throws Exception {
        Path changed = folder.resolve("changed.dcm");
        Files.copy(HEAD, changed);
        OutsideProgram.find("dcmodify").run("-nb", "-i", "PatientID=CHANGED", "-i", "(0029,0010)=MAKER", changed);

        DicomFile read = DicomFileReader.read(changed);

        assertThat(read.warnings()).isEmpty();
        assertThat(read.dataSet().string(Tag.PATIENT_ID)).contains("CHANGED");
        assertThat(read.dataSet().string(Tag.of(0x0029, 0x0010))).contains("MAKER");
        assertThat(withoutPatientIdAndMaker(read)).isEqualTo(withoutPatientIdAndMaker(DicomFileReader.read(HEAD)));
    }

    private static byte[] withoutPatientIdAndMaker(DicomFile file) throws IOException {
        DataSet rest = file.dataSet().toBuilder()
                .remove(Tag.PATIENT_ID)
                .remove(Tag.of(0x0029, 0x0010))
                .build();
        return explicit(new DicomFile(file.fileMeta(), rest, file.syntax()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--implicit", "--explicit"})
    void whatGdcmWritesHasTheSameContent(String syntax) throws Exception {
        Path converted = folder.resolve("gdcm.dcm");
        OutsideProgram.find("gdcmconv").run("--raw", syntax, CT, converted);

        assertThat(explicit(DicomFileReader.read(converted))).isEqualTo(explicit(DicomFileReader.read(CT)));
    }

    /** In two steps: gdcm reads what is written here, and what it wrote of it is the same to us. */
    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void whatIsWrittenHereGdcmReadsWithTheSameContent(String uid) throws Exception {
        DicomFile original = DicomFileReader.read(CT);
        Path written = folder.resolve("written.dcm");
        DicomFileWriter.write(written, DicomFile.of(original.dataSet(), TransferSyntaxes.of(new Uid(uid))));
        Path back = folder.resolve("back.dcm");
        OutsideProgram.find("gdcmconv").run("--raw", "--explicit", written, back);

        assertThat(explicit(DicomFileReader.read(back))).isEqualTo(explicit(original));
    }

    /** dciodvfy says of a copy what it says of the original, and no more. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1"})
    void dciodvfyFindsNothingInACopyThatIsNotInTheOriginal(String uid) throws Exception {
        OutsideProgram dciodvfy = OutsideProgram.find("dciodvfy");
        Path written = folder.resolve("written.dcm");
        DicomFileWriter.write(
                written, DicomFile.of(DicomFileReader.read(CT).dataSet(), TransferSyntaxes.of(new Uid(uid))));

        assertThat(dciodvfy.run(written)).isEqualTo(dciodvfy.run(CT)).doesNotContain("Error");
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The content in one syntax, pixel data included; without group lengths and padding, which programs may add. */
    private static byte[] explicit(DicomFile file) throws IOException {
        DataSetBuilder builder = file.dataSet().toBuilder().remove(Tag.of(0xFFFC, 0xFFFC));
        for (Element element : file.dataSet().elements()) {
            if (element.value() instanceof Value.FileRegion) {
                builder.putBytes(element.tag(), element.vr(), ValueStreams.readLittleEndian(element));
            }
        }
        return DataSetWriter.toBytes(builder.build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }
}
