package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;
import org.tandem.result.Judge;
import org.tandem.work.DeliveryRecord;
import org.tandem.work.DeliveryState;

/**
 * A PACS that nobody here wrote, with a head and with the ball of a patient named in kanji: it forwards both to a node,
 * and gets back results that stand in the right studies and that judges find right.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrthancNodeIT {

    private static final Path HEAD = Path.of("test-dicom", "colin27-t1");
    private static final Path BALL = Path.of("test-dicom", "ct-sphere");
    private static final Path NAMED_IN_KANJI = Path.of("test-dicom", "jp-name", "IM0001.dcm");
    private static final String KANJI = "Yamada^Tarou=山田^太郎=やまだ^たろう";

    private final Closing closing = new Closing();
    private final Path folder;
    private final List<Study> studies = new ArrayList<>();
    private OrthancPacs orthanc;

    /** A study as Orthanc lists it: its series by modality, and files of the two results. */
    private record Study(String patientName, Map<String, JsonNode> series, Path segmentation, Path report) {
        @Override
        public String toString() {
            return String.join(", ", series.keySet());
        }
    }

    OrthancNodeIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void forwardAndWait() throws Exception {
        orthanc = closing.add("orthanc", OrthancPacs.start(folder.resolve("orthanc")));
        Node node = closing.add(
                "node",
                Installation.with(folder.resolve("node"), orthanc.peer(), TestRules.headsAndBalls(folder))
                        .committing()
                        .startHere());
        orthanc.addModality("tandem", new Peer(new AeTitle(Installation.TITLE), "127.0.0.1", node.dicomPort()));
        tandemSend(HEAD, ballOfAPatientNamedInKanji());

        JsonNode forwarded =
                orthanc.post("/modalities/tandem/store", orthanc.get("/series").toString());

        assertThat(forwarded.path("InstancesCount").asInt())
                .isEqualTo(TestImages.in(HEAD).size() + TestImages.in(BALL).size());
        assertThat(forwarded.path("FailedInstancesCount").asInt()).isZero();
        Deadline.in(ChildNode.PATIENCE)
                .await(
                        "the results of both are delivered",
                        () -> node.work().ledger().deliveryCountsByState().equals(Map.of(DeliveryState.ACCEPTED, 2L)));
        assertThat(node.work().ledger().latestDeliveries(Optional.empty(), 2))
                .extracting(DeliveryRecord::message)
                .containsOnly("committed to 2 objects");
        for (JsonNode study : orthanc.get("/studies?expand")) {
            studies.add(study(study));
        }
    }

    @AfterAll
    void stop() {
        closing.close();
    }

    List<Study> studies() {
        return studies;
    }

    @Test
    void resultsStandInTheStudiesOfTheirImages() throws Exception {
        assertThat(studies)
                .extracting(study -> study.series().keySet().toString())
                .containsExactlyInAnyOrder("[MR, SEG, SR]", "[CT, SEG, SR]");
        assertThat(studies).extracting(Study::patientName).containsExactlyInAnyOrder("Tandem^Colin", KANJI);
        for (Study study : studies) {
            for (String modality : List.of("SEG", "SR")) {
                JsonNode instances = study.series().get(modality).path("Instances");
                assertThat(instances).hasSize(1);
                JsonNode tags = orthanc.get("/instances/" + instances.get(0).asText() + "/simplified-tags");
                assertThat(tags.path("PatientName").asText()).isEqualTo(study.patientName());
            }
        }
    }

    @Test
    void orthancIsToldWhatTheNodeKeepsOfWhatItForwarded() throws Exception {
        List<String> images = new ArrayList<>();
        studies.forEach(study -> study.series().forEach((modality, series) -> {
            if (!List.of("SEG", "SR").contains(modality)) {
                images.add('"' + series.path("ID").asText() + '"');
            }
        }));
        String id = orthanc.post(
                        "/modalities/tandem/storage-commitment",
                        "{\"Resources\": %s, \"DicomInstances\": [[\"1.2.840.10008.5.1.4.1.1.2\", \"2.25.404\"]]}"
                                .formatted(images))
                .path("ID")
                .asText();

        Deadline.in(ChildNode.PATIENCE)
                .await(
                        "the node reports",
                        () -> !report(id).path("Status").asText().equals("Pending"));

        JsonNode report = report(id);
        assertThat(report.path("Success"))
                .hasSize(TestImages.in(HEAD).size() + TestImages.in(BALL).size());
        assertThat(report.path("Failures")).hasSize(1);
        assertThat(report.path("Failures").get(0).path("SOPInstanceUID").asText())
                .isEqualTo("2.25.404");
        assertThat(report.path("Failures").get(0).path("FailureReason").asInt())
                .as(report.path("Failures").toString())
                .isEqualTo(0x0112);
    }

    private JsonNode report(String id) {
        try {
            return orthanc.get("/storage-commitment/" + id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void dciodvfyFindsNoError(Study study) throws Exception {
        for (Path result : List.of(study.segmentation(), study.report())) {
            assertThat(new Judge("dciodvfy").run(result.toString()).output().lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.startsWith("Error"));
        }
    }

    @ParameterizedTest
    @MethodSource("studies")
    void dsrdumpPrintsTheTree(Study study) throws Exception {
        assertThat(OutsideProgram.find("dsrdump").run("+Pc", study.report()))
                .contains("Imaging Measurement Report")
                .contains("Measurement Group")
                .containsPattern("\"Referenced Segment\"\\)=\\(SG image,.*,1\\)")
                .containsPattern("\"Volume\"\\)=\"[0-9.]+\" \\(mm3,UCUM,");
    }

    @ParameterizedTest
    @MethodSource("studies")
    void pydicomAndHighdicomCountTheVolumeThatTheReportSays(Study study) throws Exception {
        Judge.Verdict verdict = Judge.python()
                .run(
                        Path.of("etc", "judges", "read_results.py").toString(),
                        study.segmentation().toString(),
                        study.report().toString());
        assertThat(verdict.output()).contains("report agrees");
        assertThat(verdict.exitCode()).isZero();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void storescuSendsBothToOrthanc(Study study) throws Exception {
        Peer peer = orthanc.peer();
        OutsideProgram.find("storescu")
                .run("-R", "-aec", peer.aeTitle(), peer.host(), peer.port(), study.segmentation(), study.report());
        assertThat(orthanc.get("/studies")).hasSize(2);
    }

    private Study study(JsonNode study) throws Exception {
        Map<String, JsonNode> series = new TreeMap<>();
        for (JsonNode id : study.path("Series")) {
            JsonNode one = orthanc.get("/series/" + id.asText());
            assertThat(series.put(one.path("MainDicomTags").path("Modality").asText(), one))
                    .isNull();
        }
        return new Study(
                study.path("PatientMainDicomTags").path("PatientName").asText(),
                series,
                download(series.get("SEG")),
                download(series.get("SR")));
    }

    /** As Orthanc has it; the segmentation is deflated there, which dciodvfy and storescu do not read. */
    private Path download(JsonNode series) throws IOException, InterruptedException {
        String instance = series.path("Instances").path(0).asText();
        Path stored = orthanc.download(instance, folder.resolve(instance + ".stored.dcm"));
        Path inflated = folder.resolve(instance + ".dcm");
        OutsideProgram.find("dcmconv").run("+te", stored, inflated);
        return inflated;
    }

    private void tandemSend(Path... folders) {
        List<String> arguments = new ArrayList<>(List.of("send", orthanc.peer().toString(), "--associations", "2"));
        Stream.of(folders).map(Path::toString).forEach(arguments::add);
        assertThat(Tandem.commandLine().execute(arguments.toArray(String[]::new)))
                .isZero();
    }

    private Path ballOfAPatientNamedInKanji() throws IOException {
        DataSet patient = DicomFileReader.read(NAMED_IN_KANJI).dataSet();
        Path series = Files.createDirectory(folder.resolve("ball"));
        for (Path file : TestImages.in(BALL)) {
            DicomFile slice = DicomFileReader.read(file);
            var named = slice.dataSet().toBuilder();
            for (int tag : new int[] {Tag.SPECIFIC_CHARACTER_SET, Tag.PATIENT_NAME, Tag.PATIENT_ID}) {
                named.put(patient.element(tag).orElseThrow());
            }
            DicomFileWriter.write(series.resolve(file.getFileName()), DicomFile.of(named.build(), slice.syntax()));
        }
        return series;
    }
}
