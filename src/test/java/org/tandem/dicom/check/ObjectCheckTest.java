package org.tandem.dicom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/** A CT image in which nothing is wrong, then one thing at a time. */
final class ObjectCheckTest {

    private static final Path CT = Path.of("test-dicom", "ct-sphere", "IM0020.dcm");

    @TempDir
    private Path folder;

    private List<String> findings(Consumer<DataSetBuilder> change) throws IOException {
        DicomFile ct = DicomFileReader.read(CT);
        DataSetBuilder builder = ct.dataSet().toBuilder();
        change.accept(builder);
        Path file = folder.resolve("changed.dcm");
        DicomFileWriter.write(file, new DicomFile(ct.fileMeta(), builder.build(), ct.syntax()));
        return ObjectCheck.of(file).findings().stream()
                .map(CheckFinding::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ct-sphere/IM0020.dcm", "jp-name/IM0001.dcm", "mr-enhanced/enhanced.dcm", "colin27-t1/IM0001.dcm"
            })
    void inOurOwnImagesNothingIsWrong(String name) {
        assertThat(ObjectCheck.of(Path.of("test-dicom", name)).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "00100030; DA; 2024-01-05; got 10 characters, expected at most 8; PS3.5 6.2, DA",
                "00100030; DA; 20240230; got \"20240230\", expected a day of the calendar; PS3.5 6.2, DA",
                "00080030; TM; 256000; got \"256000\", expected HHMMSS.FFFFFF; PS3.5 6.2, TM",
                "00080060; CS; ct; got \"ct\", expected capital letters, digits, space and underscore; PS3.5 6.2, CS",
                "00200013; IS; 1.0; got \"1.0\", expected a whole number; PS3.5 6.2, IS",
                "00200013; IS; 4294967296; got 4294967296, expected a number of 32 bits, signed; PS3.5 6.2, IS",
                "00180050; DS; 1,5; got \"1,5\", expected a decimal number; PS3.5 6.2, DS",
                "00101010; AS; 34; got \"34\", expected nnnD, nnnW, nnnM or nnnY; PS3.5 6.2, AS",
                "00100010; PN; a=b=c=d; got 4 component groups, expected at most 3; PS3.5 6.2, PN",
                "00080014; UI; 1.02; got \"1.02\", expected a UID of root 0, 1 or 2 (PS3.5 9.1); PS3.5 6.2, UI",
                "00180050; DS; 1\\2; got 2 values, expected 1; PS3.5 6.4, PS3.6 6",
                "00180050; LO; thick; got VR LO, expected [DS]; PS3.6 6"
            })
    void aValueIsHeldToItsRepresentation(String tag, VR vr, String value, String message, String section)
            throws IOException {
        int number = Integer.parseInt(tag, 16);

        List<String> findings =
                findings(ct -> ct.putBytes(number, vr, value.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));

        assertThat(findings)
                .singleElement()
                .asString()
                .matches("error:   \\(.*\\) \\w+ at byte \\d+: .*")
                .endsWith(": " + message + " [" + section + "]");
    }

    @Test
    void attributesOfMandatoryModulesAreAskedForWithTheirSection() throws IOException {
        assertThat(findings(ct ->
                        ct.remove(Tag.PATIENT_ID).putText(Tag.MODALITY, VR.CS).remove(Tag.PIXEL_SPACING)))
                .hasSize(3)
                .contains("error:   (0010,0020) PatientID: is missing, Type 2 [PS3.3 C.7.1.1]")
                .contains("error:   (0028,0030) PixelSpacing: is missing, Type 1 [PS3.3 C.7.6.2]")
                .anyMatch(finding -> finding.contains("(0008,0060) Modality at byte")
                        && finding.endsWith("is empty, Type 1C of this SOP class [PS3.3 C.7.3.1]"));
    }

    @Test
    void aPairedBodyPartNeedsALateralityAndOthersDoNot() throws IOException {
        assertThat(findings(ct -> ct.putText(Tag.BODY_PART_EXAMINED, VR.CS, "KNEE")))
                .singleElement()
                .asString()
                .startsWith("error:   (0020,0060) Laterality: is missing, Type 2C")
                .endsWith("[PS3.3 C.7.3.1]");
        assertThat(findings(
                        ct -> ct.putText(Tag.BODY_PART_EXAMINED, VR.CS, "KNEE").putEmpty(Tag.LATERALITY, VR.CS)))
                .isEmpty();
        assertThat(findings(ct ->
                        ct.putText(Tag.BODY_PART_EXAMINED, VR.CS, "KNEE").putText(Tag.IMAGE_LATERALITY, VR.CS, "R")))
                .isEmpty();
        assertThat(findings(ct -> ct.putText(Tag.BODY_PART_EXAMINED, VR.CS, "LIVER")))
                .isEmpty();
    }

    @Test
    void pixelsAreHeldToWhatDescribesThem() throws IOException {
        assertThat(findings(ct -> ct.putIntegers(Tag.ROWS, VR.US, 65)))
                .singleElement()
                .asString()
                .contains("(7FE0,0010) PixelData at byte", "got 8192 bytes, expected 8320", "PS3.5 8.1.1");
        assertThat(findings(ct -> ct.putIntegers(Tag.HIGH_BIT, VR.US, 7)))
                .singleElement()
                .asString()
                .contains("(0028,0102) HighBit", "got 7, expected");
        assertThat(findings(ct -> ct.putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "RGB")))
                .anyMatch(finding -> finding.contains("got 1, expected 3 of RGB"));
        assertThat(findings(ct -> ct.remove(Tag.PIXEL_DATA)))
                .containsExactly(
                        "error:   (7FE0,0010) PixelData: is missing, Type 1C, required if PixelDataProviderURL is absent"
                                + " and FloatPixelData is absent and DoubleFloatPixelData is absent [PS3.3 C.7.6.3]");
    }

    @Test
    void planesHaveOrthonormalDirectionsAndSpacingsAboveZero() throws IOException {
        assertThat(findings(ct -> ct.putText(Tag.IMAGE_ORIENTATION_PATIENT, VR.DS, "1", "0", "0", "0.5", "1", "0")
                        .putText(Tag.PIXEL_SPACING, VR.DS, "0", "1")))
                .hasSize(2)
                .anyMatch(finding -> finding.contains("got lengths 1.0000 and 1.1180 and the product 0.5000"))
                .anyMatch(finding -> finding.contains("got 0.0 mm, expected more than 0 [PS3.3 10.7.1.3]"));
    }

    @Test
    void privateElementsNeedACreator() throws IOException {
        assertThat(findings(ct -> ct.putBytes(Tag.of(0x0029, 0x1001), VR.UN, new byte[2])
                        .putBytes(Tag.of(0x0029, 0x0001), VR.UN, new byte[2])))
                .hasSize(2)
                .anyMatch(finding ->
                        finding.contains("(0029,1001) at byte") && finding.contains("nobody reserved [PS3.5 7.8.1]"))
                .anyMatch(finding -> finding.contains("neither a private creator nor in a block of one"));
    }

    @Test
    void theFileSaysTheSameAsTheDataSet() throws IOException {
        assertThat(findings(ct -> ct.putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3"))))
                .singleElement()
                .asString()
                .contains("(0002,0003) MediaStorageSOPInstanceUID", "expected 1.2.3 as in (0008,0018) [PS3.10 7.1]");
        assertThat(findings(ct -> ct.putUid(
                        Tag.SERIES_INSTANCE_UID,
                        DicomFileReader.readHeader(CT).dataSet().requireUid(Tag.STUDY_INSTANCE_UID))))
                .singleElement()
                .asString()
                .contains("is the same as (0020,000D) [PS3.5 9]");
        assertThat(findings(ct -> ct.remove(Tag.SOP_INSTANCE_UID)))
                .anyMatch(finding -> finding.contains("(0002,0003) MediaStorageSOPInstanceUID")
                        && finding.endsWith("expected the same in (0008,0018) [PS3.10 7.1]"));
    }

    @Test
    void charactersThatWereNotDeclaredAndWhatReadingPutUpWithAreFound() throws IOException {
        assertThat(findings(ct -> ct.remove(Tag.SPECIFIC_CHARACTER_SET)
                        .putBytes(Tag.PATIENT_ID, VR.LO, new byte[] {'A', (byte) 0xE9})))
                .anyMatch(finding -> finding.contains("has characters outside the default repertoire [PS3.5 6.1]"));
        assertThat(ObjectCheck.of(Path.of("test-dicom", "broken", "odd-length.dcm"))
                        .findings())
                .extracting(CheckFinding::toString)
                .containsExactly("error:   (0010,0020) at byte 752: has the odd length 11 [PS3.5 7]");
    }
}
