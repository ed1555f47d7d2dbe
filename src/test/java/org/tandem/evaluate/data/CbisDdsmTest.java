package org.tandem.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/** Two mammograms of 6 × 4 pixels as CBIS-DDSM lays them out, one of them with two masses. */
final class CbisDdsmTest {

    private static final String HEADER =
            "patient_id,breast_density,left or right breast,image view,abnormality id,abnormality type,mass shape,"
                    + "mass margins,assessment,pathology,subtlety,image file path,cropped image file path,"
                    + "ROI mask file path\n";

    @TempDir
    private Path root;

    private int written;

    @BeforeEach
    void writeSet() throws IOException {
        Files.writeString(
                root.resolve("mass_case_description_test_set.csv"),
                HEADER
                        + row("P_00001", "LEFT", 1, "MALIGNANT")
                        + row("P_00001", "LEFT", 2, "BENIGN")
                        + row("P_00002", "RIGHT", 1, "BENIGN_WITHOUT_CALLBACK")
                        + row("P_00009", "LEFT", 1, "BENIGN"));
        for (String name : List.of("Mass-Test_P_00001_LEFT_CC", "Mass-Test_P_00002_RIGHT_CC")) {
            picture(name, "1-1.dcm", 6, 4);
        }
        // the cut-out lies before or behind the mask
        picture("Mass-Test_P_00001_LEFT_CC_1", "1-1.dcm", 2, 2, 0);
        picture("Mass-Test_P_00001_LEFT_CC_1", "1-2.dcm", 6, 4, 0, 1);
        picture("Mass-Test_P_00001_LEFT_CC_2", "1-1.dcm", 6, 4, 23);
        picture("Mass-Test_P_00001_LEFT_CC_2", "1-2.dcm", 3, 1, 0);
    }

    @Test
    void anImageIsMalignantWhereAnyAbnormalityIs() throws IOException {
        List<Case> cases = read();

        assertThat(cases).as("of the third the image is not there").hasSize(2);
        assertThat(cases.get(0).truth(Truth.Labels.class).orElseThrow().present())
                .containsExactly("malignant");
        assertThat(cases.get(1).truth(Truth.Labels.class).orElseThrow().present())
                .containsExactly("benign");
        assertThat(cases.get(0).columns())
                .isEqualTo(Map.of(
                        "patient", "P_00001", "view", "CC", "side", "LEFT", "abnormality", "mass", "split", "test"));
    }

    @Test
    void theMasksOfItsAbnormalitiesAreOneAndTheCutOutsAreNot() throws IOException {
        Case one = read().get(0);
        Grid grid = one.images().read().volume().grid();
        Map<String, Mask> masks =
                one.truth(Truth.Masks.class).orElseThrow().source().on(grid);

        assertThat(masks).containsOnlyKeys("mass");
        assertThat(masks.get("mass").voxels().stream()).containsExactly(0, 1, 23);
    }

    @Test
    void aMaskThatIsNotThereIsRefused() throws IOException {
        Case two = read().get(1);
        Grid grid = two.images().read().volume().grid();

        assertThatThrownBy(() ->
                        two.truth(Truth.Masks.class).orElseThrow().source().on(grid))
                .hasMessageContaining("CBIS-DDSM Mass-Test_P_00002_RIGHT_CC_1: got no mask, expected one of 6 x 4");
    }

    private List<Case> read() throws IOException {
        DataSetOptions options = new DataSetOptions(root, Optional.empty());
        assertThat(DataSetFormat.guess(options)).isEqualTo(DataSetFormat.CBISDDSM);
        return DataSetFormat.CBISDDSM.read(options);
    }

    /** As in the tables of the archive, where the path of the mask ends in the middle of its quotes. */
    private static String row(String patient, String side, int number, String pathology) {
        String image = "Mass-Test_" + patient + "_" + side + "_CC";
        return String.join(
                ",",
                patient + ",3," + side + ",CC," + number + ",mass,OVAL,ILL_DEFINED,4," + pathology + ",4",
                image + "/1.3.6/1.3.7/000000.dcm",
                "\"" + image + "_" + number + "/1.3.8/1.3.9/000000.dcm\n\"",
                "\"" + image + "_" + number + "/1.3.8/1.3.9/000001.dcm\n\"\n");
    }

    private void picture(String folder, String name, int columns, int rows, int... white) throws IOException {
        byte[] pixels = new byte[columns * rows + columns * rows % 2];
        for (int index : white) {
            pixels[index] = (byte) 255;
        }
        Path file = root.resolve("CBIS-DDSM")
                .resolve(folder)
                .resolve("08-29-2017-DDSM-NA-96009")
                .resolve("1.000000-ROI mask images-18515")
                .resolve(name);
        Files.createDirectories(file.getParent());
        DataSet dataSet = DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.SECONDARY_CAPTURE_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.4." + ++written))
                .putUid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.3.5"))
                .putUid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.3.6." + written))
                .putText(Tag.PATIENT_ID, VR.LO, folder)
                .putText(Tag.MODALITY, VR.CS, "MG")
                .putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "MONOCHROME2")
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, rows)
                .putIntegers(Tag.COLUMNS, VR.US, columns)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, 8)
                .putIntegers(Tag.BITS_STORED, VR.US, 8)
                .putIntegers(Tag.HIGH_BIT, VR.US, 7)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 0)
                .putBytes(Tag.PIXEL_DATA, VR.OB, pixels)
                .build();
        DicomFileWriter.write(file, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }
}
