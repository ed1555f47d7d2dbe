package org.tandem.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.inference.input.Exam;
import org.tandem.model.Input;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Miniature sets in the layouts of the originals, written by other people's libraries ({@code make.py} beside them).
 */
final class DataSetFormatTest {

    private static final Path SETS = Path.of("src", "test", "resources", "org", "tandem", "evaluate", "data");

    @Test
    void aFolderOfPicturesHasItsLabelsInLines() throws IOException {
        List<Case> cases = read(SETS.resolve("images"), "labels.txt");

        assertThat(cases)
                .extracting(Case::id)
                .containsExactly("val/image_0.png", "val/image_1.png", "val/image_2.png", "val/image_3.png");
        assertThat(labels(cases.get(1))).containsExactly("1");
        assertThat(cases.get(0).images().read().volume().grid().size().x()).isEqualTo(6);
    }

    @Test
    void orInATableWithMoreColumnsToGroupBy() throws IOException {
        List<Case> cases = read(SETS.resolve("images"), "labels.csv");

        assertThat(labels(cases.get(0))).containsExactlyInAnyOrder("nodule", "cyst");
        assertThat(labels(cases.get(1))).isEmpty();
        assertThat(cases.get(2).columns()).isEqualTo(Map.of("split", "test", "site", "B, annex"));
    }

    @Test
    void pathsMayBeFromTheFolderAboveAndNameTheSplit(@TempDir Path elsewhere) throws IOException {
        Path labels = Files.copy(SETS.resolve("images").resolve("labels.txt"), elsewhere.resolve("labels.txt"));
        DataSetOptions options = new DataSetOptions(SETS.resolve("images").resolve("val"), Optional.of(labels));

        List<Case> cases = PictureFolder.read(options);

        assertThat(cases.get(3).images().read().volume().grid().size().x()).isEqualTo(6);
        assertThat(cases).extracting(Case::columns).containsOnly(Map.of("split", "val"));
    }

    @Test
    void aFolderInWhichNoPictureIsThereIsRefused(@TempDir Path folder) throws IOException {
        Path labels = Files.writeString(folder.resolve("l.txt"), "nowhere.png 1\n");

        assertThatThrownBy(() -> PictureFolder.read(new DataSetOptions(folder, Optional.of(labels))))
                .hasMessageContaining("picture nowhere.png: got no such file");
    }

    @Test
    void onePictureThatIsNotThereIsRefusedWhenItIsReadAndOneThatIsDamagedToo(@TempDir Path folder) throws IOException {
        Files.copy(SETS.resolve("images").resolve("val").resolve("image_0.png"), folder.resolve("a.png"));
        Files.write(folder.resolve("b.jpg"), new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        Path labels = Files.writeString(folder.resolve("l.txt"), "a.png 1\nb.jpg 0\nc.png 0\n");

        List<Case> cases = PictureFolder.read(new DataSetOptions(folder, Optional.of(labels)));

        assertThat(cases.get(0).images().read()).isNotNull();
        assertThatThrownBy(() -> cases.get(1).images().read()).hasMessageContaining("b.jpg");
        assertThatThrownBy(() -> cases.get(2).images().read()).hasMessageContaining("picture c.png: got no such file");
    }

    @Test
    void aPictureOnTwoLinesIsRefused(@TempDir Path folder) throws IOException {
        Path labels = Files.writeString(folder.resolve("l.txt"), "a.png 1\na.png 0\n");

        assertThatThrownBy(() -> PictureFolder.read(new DataSetOptions(folder, Optional.of(labels))))
                .hasMessageContaining("picture a.png: got two lines");
    }

    @Test
    void greyLevelsStandForTheWindowOfTheModel() throws IOException {
        GreyLevels window = GreyLevels.of(new Input.Intensity.Window(-1000, 400));
        Case grey = read(SETS.resolve("images"), "labels.txt").get(0);
        Case colour = read(SETS.resolve("tinycolour.npz")).get(0);

        float stored = grey.images().read().volume().at(0, 0, 0);

        assertThat(grey.images().read(window).volume().at(0, 0, 0))
                .isCloseTo(-1000 + stored * 1400 / 255, within(1e-2f));
        assertThat(colour.images().read(window).colour().get(0).at(0, 0, 0))
                .isCloseTo(-1000 + 200 * 1400 / 255f, within(1e-2f));
    }

    @Test
    void aTableOfChestXray14IsKnownByItsColumns(@TempDir Path folder) throws IOException {
        Path table = Files.writeString(
                folder.resolve("labels.csv"), "Image Index,Finding Labels\n00000001_000.png,Effusion|Hernia\n");
        DataSetOptions options = new DataSetOptions(SETS.resolve("chestxray14"), Optional.of(table));

        assertThat(DataSetFormat.guess(options)).isEqualTo(DataSetFormat.CHESTXRAY14);
        assertThat(labels(DataSetFormat.guess(options).read(options).get(0)))
                .containsExactlyInAnyOrder("Effusion", "Pleural effusion", "Hernia", "Hiatal hernia");
        assertThat(DataSetFormat.guess(new DataSetOptions(folder, Optional.empty())))
                .as("without being named")
                .isEqualTo(DataSetFormat.CHESTXRAY14);
    }

    @Test
    void aSetThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> DataSetFormat.guess(new DataSetOptions(Path.of("nowhere"), Optional.empty())))
                .hasMessageContaining("Data set nowhere: got nothing there");
    }

    @Test
    void medMnistHasSplitsAndNumbersOfClasses() throws IOException {
        List<Case> cases = read(SETS.resolve("tinymnist.npz"));

        assertThat(cases).hasSize(7);
        assertThat(cases.get(5).id()).isEqualTo("val/0");
        assertThat(cases.get(5).columns()).isEqualTo(Map.of("split", "val"));
        assertThat(labels(cases.get(5))).containsExactly("1");
        assertThat(cases.get(0).images().read().volume().voxels()).hasSize(12);
    }

    @Test
    void medMnistMayBeColouredAndHaveSeveralLabels() throws IOException {
        Case one = read(SETS.resolve("tinycolour.npz")).get(0);
        Exam images = one.images().read();

        assertThat(labels(one)).containsExactlyInAnyOrder("1", "2");
        assertThat(images.colour()).extracting(channel -> channel.at(0, 0, 0)).containsExactly(200f, 100f, 50f);
        assertThat(images.volume().at(0, 0, 0)).isCloseTo(0.299f * 200 + 0.587f * 100 + 0.114f * 50, within(1e-3f));
    }

    @Test
    void chestXray14HasFindingsPatientsSplitsAndBoxes() throws IOException {
        List<Case> cases = read(SETS.resolve("chestxray14"));

        assertThat(cases).as("one of four pictures is not there").hasSize(3);
        assertThat(labels(cases.get(1))).containsExactlyInAnyOrder("Cardiomegaly", "Emphysema", "Pulmonary emphysema");
        assertThat(labels(cases.get(2))).isEmpty();
        assertThat(cases.get(0).columns())
                .isEqualTo(Map.of("patient", "1", "sex", "M", "view", "PA", "age", "50-59", "split", "train_val"));
        // 256, 512, 128, 64 of 1024 pixels are 8, 16, 4, 2 of 32; the first pixel begins at −0.5
        assertThat(cases.get(0).truth(Truth.Places.class).orElseThrow().places())
                .containsExactly(
                        new Truth.Place("Cardiomegaly", new Vector3(7.5, 15.5, -0.5), new Vector3(11.5, 17.5, 0.5)));
        assertThat(cases.get(1).truth(Truth.Places.class).orElseThrow().names())
                .as("of a finding without its box nothing is told, of one that is not there that it is nowhere")
                .doesNotContain("Cardiomegaly", "Emphysema")
                .contains("Mass", "Effusion");
    }

    @Test
    void isicHasAColumnAClassAndMetadata() throws IOException {
        List<Case> cases = read(SETS.resolve("isic"));

        assertThat(cases)
                .extracting(DataSetFormatTest::labels)
                .containsExactly(
                        Set.of("MEL", "Melanoma"),
                        Set.of("NV", "Melanocytic nevus"),
                        Set.of("BCC", "Basal cell carcinoma"));
        assertThat(cases.get(0).columns()).containsEntry("patient", "IL_1").containsEntry("sex", "female");
        assertThat(cases.get(0).images().read().colour()).hasSize(3);
    }

    @Test
    void bratsHasTheThreeRegionsOfTheChallenge() throws IOException {
        List<Case> cases = read(SETS.resolve("brats"));
        Volume image = cases.get(0).images().read().volume();
        Map<String, Mask> masks = masks(cases.get(0), image);

        assertThat(cases).extracting(Case::id).containsExactly("BraTS20_Training_001/BraTS20_Training_001_t1ce.nii.gz");
        assertThat(cases.get(0).images().read().series()).containsOnlyKeys("T1", "T1c", "T2", "FLAIR");
        assertThat(masks.get("Whole tumour").count()).isEqualTo(3);
        assertThat(masks.get("Tumour core").count()).isEqualTo(2);
        assertThat(masks.get("Enhancing tumour").at(3, 3, 3)).isTrue();
        assertThat(masks.get("Enhancing tumour").count()).isEqualTo(1);
    }

    @Test
    void pairsLieInFoldersOrBesideEachOther() throws IOException {
        List<Case> folders = read(SETS.resolve("pairs"));
        List<Case> beside = read(SETS.resolve("pairs-nrrd"));

        assertThat(folders)
                .extracting(Case::id)
                .containsExactly("imagesTr/case_01.nii.gz", "imagesTs/case_02_0000.nii");
        assertThat(folders.get(0).columns()).containsEntry("split", "tr");
        assertThat(masks(folders.get(0), folders.get(0).images().read().volume()))
                .containsOnlyKeys("2");
        assertThat(beside).extracting(Case::id).containsExactly("brain9_image.nrrd");
        assertThat(masks(beside.get(0), beside.get(0).images().read().volume())).containsOnlyKeys("1");
    }

    @Test
    void aTruthThatLiesElsewhereIsRefused() throws IOException {
        Case one = read(SETS.resolve("pairs")).get(0);
        Volume elsewhere =
                read(SETS.resolve("pairs-nrrd")).get(0).images().read().volume();

        assertThatThrownBy(() -> masks(one, elsewhere)).hasMessageContaining("expected the image's");
    }

    @Test
    void volumesHaveTheValuesAndPlacesThatOtherLibrariesRead() throws IOException {
        for (String line : Files.readAllLines(SETS.resolve("volumes.tsv"))) {
            List<String> fields = List.of(line.split("\t", -1));
            Volume volume = VolumePairs.volume(SETS.resolve(fields.get(0)));
            Vector3 place = volume.grid().toPatient(new Vector3(1, 2, 1));

            assertThat(volume.at(1, 2, 1)).as(line).isCloseTo(Float.parseFloat(fields.get(1)), within(1e-5f));
            assertThat(place.minus(new Vector3(number(fields, 2), number(fields, 3), number(fields, 4)))
                            .length())
                    .as(line)
                    .isLessThan(1e-3);
        }
    }

    @Test
    void aDicomSeriesHasItsMaskBesideIt() throws IOException {
        List<Case> cases = read(Path.of("test-dicom", "colin27-t1"));
        Mask brain = masks(cases.get(0), cases.get(0).images().read().volume()).get("1");

        assertThat(cases).hasSize(1);
        assertThat(cases.get(0).columns()).containsEntry("patient", "patient 1").containsEntry("modality", "MR");
        assertThat(brain.count()).isEqualTo(217_829);
    }

    private static List<Case> read(Path root) throws IOException {
        DataSetOptions options = new DataSetOptions(root, Optional.empty());
        return DataSetFormat.guess(options).read(options);
    }

    private static List<Case> read(Path root, String labels) throws IOException {
        DataSetOptions options = new DataSetOptions(root, Optional.of(root.resolve(labels)));
        return DataSetFormat.guess(options).read(options);
    }

    private static Set<String> labels(Case one) {
        return one.truth(Truth.Labels.class).orElseThrow().present();
    }

    private static Map<String, Mask> masks(Case one, Volume image) throws IOException {
        return one.truth(Truth.Masks.class).orElseThrow().source().on(image.grid());
    }

    private static double number(List<String> fields, int index) {
        return Double.parseDouble(fields.get(index));
    }
}
