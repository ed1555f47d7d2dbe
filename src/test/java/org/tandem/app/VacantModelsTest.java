package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelStore;
import org.tandem.net.AeTitle;
import org.tandem.net.ScuOptions;
import org.tandem.work.Destinations;
import org.tandem.work.FourSequences;

/** Models that are shipped without a network: what they say without one, and that nothing but it is missing. */
final class VacantModelsTest {

    /** Colours as the network learnt them, in the order of melanoma, nevus, basal cell carcinoma. */
    private static final List<Color> LESIONS =
            List.of(new Color(92, 52, 44), new Color(160, 110, 80), new Color(225, 130, 140));

    private static final Color SKIN = new Color(224, 172, 144);
    private static final int EACH = 4;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"brain-tumour", "mammography", "skin-lesion"})
    void withoutANetworkItSaysWhatToPutWhere(String name) {
        assertThat(tandem("models", "show", name)).isZero();
        assertThat(tandem("models", "list")).isZero();
        assertThat(out.toString()).contains("no network yet: put a SavedModel into", name + "/1.0.0/saved_model");
        assertThat(tandem("run", name, "test-dicom/mg-breast", "--out", folder)).isEqualTo(1);
        assertThat(err.toString()).contains("Model \"" + name + "\" in", "no network yet", "README.md");
        assertThat(Path.of("models", name, "1.0.0", "README.md")).content().contains("tandem evaluate " + name);
    }

    @Test
    void aRuleThatNamesItIsRefusedWithTheReason() throws IOException {
        Path rules = Files.writeString(
                folder.resolve("routes.yaml"),
                "rules: [{name: breasts, when: {}, model: mammography, destinations: []}]");
        Destinations none = new Destinations(Map.of(), ScuOptions.of(new AeTitle("TANDEM")));

        assertThatThrownBy(() -> new Routes(rules, new ModelStore(Path.of("models")), none).load())
                .hasMessageContaining("Model \"mammography\" in models: no network yet: put a SavedModel into");
    }

    @Test
    void aMammogramWithAMassGivesAReportThatSaysSo() throws IOException {
        Path models = withNetwork("mammography");

        assertThat(run(models, "mammography", "test-dicom/mg-breast/LCC.dcm")).contains("Malignant present");
        assertThat(run(models, "mammography", "test-dicom/mg-breast/RCC.dcm")).contains("Malignant absent");
    }

    @Test
    void aPhotographOfADarkLesionGivesAReportThatSaysSo() throws IOException {
        assertThat(run(withNetwork("skin-lesion"), "skin-lesion", "test-dicom/vl-skin/native.dcm"))
                .contains("Melanoma present");
    }

    @Test
    void fourSeriesOnThreeGridsGiveTheVolumesThatWereDrawn() throws IOException {
        Path head = folder.resolve("head");
        FourSequences.ALL.forEach(series -> new FourSequences(head).write(series));

        String said = run(withNetwork("brain-tumour"), "brain-tumour", head.toString());

        assertThat(cm3("Enhancing tumour", said)).isCloseTo(ball(FourSequences.TUMOUR_RADIUS_MM), withinPercentage(10));
        assertThat(cm3("Whole tumour", said))
                .isCloseTo(
                        ball(FourSequences.TUMOUR_RADIUS_MM) + ball(FourSequences.OEDEMA_RADIUS_MM),
                        withinPercentage(10));
    }

    @Test
    void aGoldenCaseOfFourSeriesIsKeptAndHeldAndMissesNone() throws IOException {
        Path models = withNetwork("brain-tumour");
        Path head = folder.resolve("head");
        FourSequences.ALL.forEach(series -> new FourSequences(head).write(series));
        Object[] verify = {"models", "verify", "brain-tumour", "--models", models, "--runs", "1"};
        Path golden = models.resolve("brain-tumour/1.0.0/golden");

        assertThat(tandem(Stream.concat(
                                Stream.of(verify),
                                Stream.of("--write-golden", "--image", head, "--image", "test-dicom/ct-sphere"))
                        .toArray()))
                .as(err.toString())
                .isZero();
        // 15 sagittal and three times 16 axial slices
        assertThat(DicomPaths.files(List.of(golden.resolve("input")))).hasSize(63);
        Matcher middle = Pattern.compile("Enhancing tumour, ([xyz])_mm\" : (-?[0-9.]+)")
                .matcher(Files.readString(golden.resolve("expected.json")));
        for (double mm : List.of(FourSequences.TUMOUR.x(), FourSequences.TUMOUR.y(), FourSequences.TUMOUR.z())) {
            assertThat(middle.find()).isTrue();
            assertThat(Double.parseDouble(middle.group(2))).isCloseTo(mm, within(1.5));
        }

        for (Path file : DicomPaths.files(List.of(golden.resolve("input")))) {
            if (seriesOf(file).equals(FourSequences.T2)) {
                Files.delete(file);
            }
        }
        assertThat(tandem(verify)).isEqualTo(1);
        assertThat(err.toString())
                .contains("golden: got images that are refused", "Channel \"T2\"", "got none of the study's series");
    }

    private static Uid seriesOf(Path file) {
        return DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SERIES_INSTANCE_UID);
    }

    private static double cm3(String segment, String said) {
        Matcher number = Pattern.compile(segment + " ([0-9.]+) cm³").matcher(said);
        assertThat(number.find()).as(said).isTrue();
        return Double.parseDouble(number.group(1));
    }

    private static double ball(double radiusMm) {
        return 4.0 / 3 * Math.PI * Math.pow(radiusMm, 3) / 1000;
    }

    @Test
    void drawnHeadsInTheLayoutOfBratsAreMeasured() throws IOException {
        Path patient = Files.createDirectories(folder.resolve("set/BraTS20_Training_001"));
        for (String sequence : List.of("flair", "t1ce", "t1", "t2", "seg")) {
            Files.write(patient.resolve("BraTS20_Training_001_" + sequence + ".nii"), DrawnHead.nifti(sequence));
        }

        int exit = tandem(
                "evaluate",
                "brain-tumour",
                patient.getParent(),
                "--models",
                withNetwork("brain-tumour"),
                "--out",
                folder.resolve("measured"));

        assertThat(exit).as(err.toString()).isZero();
        for (String region : List.of("Whole tumour", "Tumour core", "Enhancing tumour")) {
            assertThat(out.toString()).containsPattern("Segment \"" + region + "\": Dice, mean +(1\\.0|0\\.9)");
        }
    }

    @Test
    void drawnLesionsInTheLayoutOfIsicAreMeasured() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set/ISIC_Input"));
        StringBuilder truth = new StringBuilder("image,MEL,NV,BCC,AK,BKL,DF,VASC,SCC,UNK\n");
        for (int i = 0; i < LESIONS.size() * EACH; i++) {
            int kind = i % LESIONS.size();
            draw(set.resolve("ISIC_" + i + ".jpg"), LESIONS.get(kind), 40 + 5 * i);
            truth.append("ISIC_").append(i);
            for (int column = 0; column < 9; column++) {
                truth.append(column == kind ? ",1.0" : ",0.0");
            }
            truth.append('\n');
        }
        Files.writeString(set.resolveSibling("ISIC_GroundTruth.csv"), truth);

        int exit = tandem(
                "evaluate",
                "skin-lesion",
                set.getParent(),
                "--models",
                withNetwork("skin-lesion"),
                "--out",
                folder.resolve("measured"));

        assertThat(err.toString()).doesNotContain("tandem:");
        assertThat(exit).isZero();
        assertThat(out.toString())
                .containsPattern("Class \"Melanoma\": AUC.* 1\\.0000")
                .containsPattern("12 +All classes: AUC, macro +1\\.0000");
    }

    private static void draw(Path file, Color lesion, int width) throws IOException {
        BufferedImage picture = new BufferedImage(224, 224, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(SKIN);
        pen.fillRect(0, 0, 224, 224);
        pen.setColor(lesion);
        pen.fillOval(112 - width / 2, 80, width, 70);
        pen.dispose();
        ImageIO.write(picture, "jpg", file.toFile());
    }

    private String run(Path models, String name, String image) {
        out.getBuffer().setLength(0);
        assertThat(tandem("run", name, image, "--models", models, "--out", folder.resolve("results"), "--kinds", "sr"))
                .as(err.toString())
                .isZero();
        return out.toString();
    }

    /** The shipped folder as it is, and the network where the card says to put it. */
    private Path withNetwork(String name) throws IOException {
        Path models = folder.resolve("models");
        copy(Path.of("models", name), models.resolve(name));
        copy(Path.of("src/test/resources/networks", name), models.resolve(name).resolve("1.0.0"));
        assertThat(new ModelStore(models).require(name).hasNetwork()).isTrue();
        return models;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : DicomPaths.files(List.of(from))) {
            Path copy = to.resolve(from.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
    }

    private int tandem(Object... arguments) {
        return Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
