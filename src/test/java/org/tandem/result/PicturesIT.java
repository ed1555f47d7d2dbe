package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.codec.RleEncoder;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.SegmentationOptions;

/** What dicom3tools, dcmtk and GDCM say of the pictures of results on real sources. */
final class PicturesIT {

    @TempDir
    private Path folder;

    /** One of each kind: in the patient, of many frames, with a side, in colours. */
    static Stream<MatrixSource> sources() throws IOException {
        Set<String> kinds = Set.of("CT, oblique", "enhanced MR", "MG", "VL, RGB");
        List<MatrixSource> chosen = MatrixSource.all().stream()
                .filter(source -> kinds.contains(source.name()))
                .toList();
        assertThat(chosen).hasSameSizeAs(kinds);
        return chosen.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void capturesAreValidAndEveryToolShowsTheSamePixels(MatrixSource source) throws Exception {
        List<ResultObject> captures = build(source, ResultKind.SECONDARY_CAPTURE);

        assertThat(captures).hasSizeBetween(2, 6);
        for (ResultObject capture : captures) {
            Path file = folder.resolve(capture.sopInstance() + ".dcm");
            DicomFileWriter.write(file, capture.toFile());
            Path packed = folder.resolve(capture.sopInstance() + ".rle.dcm");
            DicomFileWriter.write(packed, RleEncoder.encode(capture.toFile()));
            assertValid(file);
            assertValid(packed);
            byte[] shown = rendered(file);
            assertThat(rendered(packed)).isEqualTo(shown);
            Judge.Verdict gdcm = new Judge("gdcminfo").run(packed.toString());
            assertThat(gdcm.output())
                    .contains("Secondary Capture Image Storage")
                    .contains("RGB");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void thePageIsValidAndPopplerReadsItsWordsAndPictures(MatrixSource source) throws Exception {
        ResultObject page = build(source, ResultKind.ENCAPSULATED_PDF).get(0);
        Path file = folder.resolve("page.dcm");
        DicomFileWriter.write(file, page.toFile());
        assertValid(file);

        Path pdf = Files.write(folder.resolve("page.pdf"), page.dataSet().bytes(Tag.ENCAPSULATED_DOCUMENT));
        String text = new Judge("pdftotext").run("-layout", pdf.toString(), "-").output();
        assertThat(text)
                .contains("AI result, not for primary diagnosis")
                .contains("Model: demo-net 1.0.0")
                .contains("Probability: 87.5 %")
                .contains("sensitivity=0.91");
        String images = new Judge("pdfimages").run("-list", pdf.toString()).output();
        assertThat(images.lines().filter(line -> line.contains("rgb"))).hasSizeBetween(2, 3);
        String info = new Judge("pdfinfo").run(pdf.toString()).output();
        assertThat(info).contains("Pages:           1").contains("A4");
    }

    private byte[] rendered(Path file) throws Exception {
        Path pixels = folder.resolve("shown.ppm");
        Judge.Verdict verdict = new Judge("dcm2pnm").run("+op", file.toString(), pixels.toString());
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        return Files.readAllBytes(pixels);
    }

    private static void assertValid(Path file) throws Exception {
        String said = new Judge("dciodvfy").run(file.toString()).output();
        assertThat(said.lines()).isNotEmpty().noneMatch(line -> line.startsWith("Error"));
    }

    private static List<ResultObject> build(MatrixSource source, ResultKind kind) {
        List<OutputFindings> findings = new ArrayList<>(source.input().findings());
        findings.add(new MapFindings(List.of(new ExplanationMap(
                MapFindings.Purpose.SALIENCY,
                "Saliency of nodule",
                source.series().volume()))));
        ResultInput input = new ResultInput(source.series(), Phantom.MODEL, findings, Phantom.PRODUCTION);
        return ResultBuilder.build(input, new ResultPlan(EnumSet.of(kind), SegmentationOptions.USUAL));
    }
}
