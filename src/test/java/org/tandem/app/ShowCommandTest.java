package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.SegmentationOptions;

final class ShowCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** Pictures are named by kind and UID: a file's own name may be a patient's. */
    @Test
    void everyKindOfResultIsShownAndNothingOfThePatientIsTold() throws Exception {
        List<ResultObject> results = results();

        int exitCode = show(write(results), "--out", folder.resolve("out").toString());

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("Nodule: 6 voxels, 0.01 cm³")
                .contains("Volume = 8.4 mm3")
                .contains("Secondary Capture Image Storage, 1 frame of 792")
                .doesNotContain("Phantom^", "Test^", "PHANTOM1");
        ResultObject segmentation = results.get(0);
        Path picture = folder.resolve("out").resolve("SEG-" + segmentation.sopInstance() + ".png");
        assertThat(ImageIO.read(picture.toFile()).getWidth()).isEqualTo(3 * (400 + 12) + 12);
        Path page = folder.resolve("out")
                .resolve("DOC-" + results.get(results.size() - 1).sopInstance() + ".pdf");
        byte[] pdf = Files.readAllBytes(page);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(new String(pdf, pdf.length - 6, 5, StandardCharsets.US_ASCII))
                .isEqualTo("%%EOF");
    }

    @Test
    void whatCannotBeShownOverTheImagesKeepsNothingElseFromIt() throws Exception {
        List<String> arguments = write(results());

        int exitCode = show(
                arguments,
                "--images",
                Path.of("test-dicom", "ct-sphere").toString(),
                "--out",
                folder.resolve("out").toString());

        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).contains("Segmentation: got 40 images of frame of reference");
        assertThat(out.toString()).contains("Imaging Measurement Report");
    }

    @Test
    void ofAFolderOnlyTheDicomFilesAreShown() throws Exception {
        write(results().subList(0, 1));
        Files.writeString(folder.resolve("letter.txt"), "dear");

        int exitCode = show(List.of(folder.toString()), "--out", folder.toString());

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(show(List.of(folder.toString()), "--out", folder.toString())).isZero();
    }

    private int show(List<String> files, String... options) {
        List<String> arguments = new ArrayList<>(List.of("show"));
        arguments.addAll(files);
        arguments.addAll(List.of(options));
        return Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private static List<ResultObject> results() {
        EnumSet<ResultKind> kinds = EnumSet.of(
                ResultKind.SEGMENTATION,
                ResultKind.STRUCTURED_REPORT,
                ResultKind.SECONDARY_CAPTURE,
                ResultKind.ENCAPSULATED_PDF);
        return ResultBuilder.build(Phantom.input(Phantom.ct()), new ResultPlan(kinds, SegmentationOptions.USUAL));
    }

    private List<String> write(List<ResultObject> results) throws Exception {
        List<String> files = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Path file = folder.resolve(i + ".dcm");
            DicomFileWriter.write(file, results.get(i).toFile());
            files.add(file.toString());
        }
        return files;
    }
}
