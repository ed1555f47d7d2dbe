package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.result.ResultPlan;
import org.tandem.result.ViewerProfile;
import org.tandem.result.iod.ResultKind;
import org.tandem.store.DatabaseOptions;

/** What a PACS is told of a series again and again: late images, newer versions, failures, once more. */
class PastAndPresentTest {

    private static final JobOrder FIRST = Workshop.order("1.2.3", 5, "pacs");
    private static final JobOrder SECOND = new JobOrder(FIRST.series(), 2, FIRST.model(), FIRST.route());

    @TempDir
    private Path folder;

    private Workshop shop;

    @BeforeEach
    void open() {
        shop = new Workshop(folder, DatabaseOptions.h2File(folder.resolve("tandem")));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** The ball without its slices from one on up to, and without, another. */
    private Path ballWithout(int from, int to) throws IOException {
        Path part = Files.createDirectories(folder.resolve("without-" + from + "-" + to));
        List<Path> slices = Workshop.ball().stream().sorted().toList();
        for (int i = 0; i < slices.size(); i++) {
            if (i < from || i >= to) {
                Files.copy(slices.get(i), part.resolve(slices.get(i).getFileName()));
            }
        }
        return part;
    }

    private DataSet delivered(JobOrder order, ResultKind kind) {
        shop.work().order(order);
        return deliveredAgain(order, kind);
    }

    private DataSet deliveredAgain(JobOrder order, ResultKind kind) {
        Workshop.await("the job ended", () -> List.of(JobState.DONE, JobState.REFUSED, JobState.FAILED)
                .contains(shop.job(order).state()));
        shop.awaitDelivery(order, DeliveryState.ACCEPTED);
        return object(order, kind);
    }

    private DataSet object(JobOrder order, ResultKind kind) {
        return shop.detail(order).results().stream()
                .filter(result -> result.kind() == kind)
                .map(result -> DicomFileReader.read(result.file()).dataSet())
                .findFirst()
                .orElseThrow();
    }

    private static List<Uid> predecessors(DataSet report) {
        return report.items(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE).stream()
                .flatMap(study -> study.items(Tag.REFERENCED_SERIES_SEQUENCE).stream())
                .flatMap(series -> series.items(Tag.REFERENCED_SOP_SEQUENCE).stream())
                .map(document -> document.requireUid(Tag.REFERENCED_SOP_INSTANCE_UID))
                .toList();
    }

    private static Uid uid(DataSet object) {
        return object.requireUid(Tag.SOP_INSTANCE_UID);
    }

    private static Uid tracking(DataSet segmentation) {
        return segmentation.items(Tag.SEGMENT_SEQUENCE).get(0).requireUid(Tag.TRACKING_UID);
    }

    @Test
    void lateImagesMakeAReportThatReplacesTheFormerAndNamesItsFindingAsBefore() throws IOException {
        shop.seriesLiesIn(ballWithout(0, 5));
        DataSet before = delivered(FIRST, ResultKind.STRUCTURED_REPORT);
        shop.seriesLiesIn(Workshop.BALL);

        DataSet after = delivered(SECOND, ResultKind.STRUCTURED_REPORT);

        assertThat(predecessors(before)).isEmpty();
        assertThat(uid(after)).isNotEqualTo(uid(before));
        assertThat(predecessors(after)).containsExactly(uid(before));
        assertThat(tracking(object(SECOND, ResultKind.SEGMENTATION)))
                .isEqualTo(tracking(object(FIRST, ResultKind.SEGMENTATION)));

        shop.seriesLiesIn(folder.resolve("without-0-5"));
        assertThat(shop.work().rerun(FIRST.id())).isTrue();
        shop.awaitState(FIRST, JobState.DONE);
        DataSet again = deliveredAgain(FIRST, ResultKind.STRUCTURED_REPORT);
        assertThat(uid(again)).as("the same input gives the same object").isEqualTo(uid(before));
        assertThat(predecessors(again)).as("whatever came in between").isEmpty();
    }

    @Test
    void aNewerVersionOfTheModelReplacesWhatTheOlderSaid() throws IOException {
        DataSet before = delivered(FIRST, ResultKind.STRUCTURED_REPORT);
        assertThatThrownBy(() -> shop.work().correct(FIRST.id()))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("newer than version 1.0.0");
        shop.modelsLieIn(withVersion("1.1.0"));

        JobId id = shop.work().correct(FIRST.id());

        JobOrder corrected = new JobOrder(FIRST.series(), 1, new ModelName("threshold", "1.1.0"), FIRST.route());
        assertThat(id).isEqualTo(corrected.id());
        DataSet after = deliveredAgain(corrected, ResultKind.STRUCTURED_REPORT);
        assertThat(predecessors(after)).containsExactly(uid(before));
        assertThat(tracking(object(corrected, ResultKind.SEGMENTATION)))
                .isEqualTo(tracking(object(FIRST, ResultKind.SEGMENTATION)));
    }

    private Path withVersion(String version) throws IOException {
        Path from = Path.of("src", "test", "resources", "models", "threshold", "1.0.0");
        Path models = folder.resolve("models");
        for (String each : List.of("1.0.0", version)) {
            Path to = Files.createDirectories(models.resolve("threshold").resolve(each));
            String manifest = Files.readString(from.resolve("manifest.yaml"));
            Files.writeString(to.resolve("manifest.yaml"), manifest.replace("version: 1.0.0", "version: " + each));
            Path network = Files.createDirectories(to.resolve("saved_model"));
            Files.createDirectories(network.resolve("variables"));
            for (String file :
                    List.of("saved_model.pb", "variables/variables.index", "variables/variables.data-00000-of-00001")) {
                Files.copy(from.resolve("saved_model").resolve(file), network.resolve(file));
            }
        }
        return models;
    }

    @Test
    void aPacsIsToldThatASeriesWasNotProcessedUntilItIs() throws IOException {
        shop.seriesLiesIn(ballWithout(20, 21));
        DataSet report = delivered(FIRST, ResultKind.STRUCTURED_REPORT);

        assertThat(shop.job(FIRST).state()).isEqualTo(JobState.REFUSED);
        assertThat(textsOf(report))
                .anyMatch(text -> text.startsWith("NOT PROCESSED by Bright voxels 1.0.0")
                        && text.contains("SLICE_GAP: ")
                        && text.contains("no negative finding"));
        assertThat(shop.pacs().stored()).containsExactly(uid(report));

        shop.work().retry(FIRST.id());
        Workshop.await("the PACS is told again", () -> shop.pacs().stored().size() == 2);
        assertThat(shop.pacs().stored()).as("by the same object").containsOnly(uid(report));

        shop.seriesLiesIn(Workshop.BALL);
        DataSet result = delivered(SECOND, ResultKind.STRUCTURED_REPORT);
        assertThat(predecessors(result)).containsExactly(uid(report));
    }

    @Test
    void aFailureIsToldWithoutWhatTheProgramSaid() {
        for (int i = 0; i < 3; i++) {
            shop.nextRun(() -> {
                throw new IllegalStateException("inner secrets of /srv/tandem");
            });
        }
        DataSet report = delivered(FIRST, ResultKind.STRUCTURED_REPORT);

        assertThat(shop.job(FIRST).state()).isEqualTo(JobState.FAILED);
        assertThat(textsOf(report))
                .anyMatch(text -> text.contains("PROCESSING_FAILED: it was tried 3 times"))
                .noneMatch(text -> text.contains("secrets"));
    }

    @Test
    void aRuleMayWantNoReportOfWhatWasNotProcessed() throws IOException {
        shop.seriesLiesIn(ballWithout(20, 21));
        JobOrder order = new JobOrder(
                FIRST.series(),
                1,
                FIRST.model(),
                new JobOrder.RouteTaken("quiet", 5, List.of("pacs"), Wishes.parse("", false)));
        shop.work().order(order);

        shop.awaitState(order, JobState.REFUSED);
        assertThat(shop.detail(order).deliveries()).isEmpty();
    }

    @Test
    void whereNoImageSaysWhoseItIsTheRowSaysThatNobodyIsTold() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken"));
        Files.copy(Path.of("test-dicom", "broken", "not-dicom.dcm"), broken.resolve("not-dicom.dcm"));
        shop.seriesLiesIn(broken);
        shop.work().order(FIRST);

        shop.awaitState(FIRST, JobState.REFUSED);
        assertThat(shop.job(FIRST).message())
                .startsWith("UNREADABLE_INSTANCE: ")
                .endsWith("no destination is told: no image says whose it is");
    }

    @Test
    void whoTakesNoSegmentationGetsAReportThatNamesNone() {
        shop.pacsIsSent(new DestinationTerms(ResultPlan.USUAL.withoutSegmentation(), OptionalLong.empty()));
        DataSet alone = delivered(FIRST, ResultKind.STRUCTURED_REPORT);
        shop.pacsIsSent(new DestinationTerms(ViewerProfile.OHIF.plan(), OptionalLong.of(1)));
        delivered(SECOND, ResultKind.STRUCTURED_REPORT);

        assertThat(evidenceOf(alone)).hasSize(1);
        List<List<ResultRecord>> renditions = shop.work().ledger().renditions(new DeliveryId(SECOND.id(), "pacs"));
        assertThat(renditions)
                .as("binary, label map and none, each with every form of the report")
                .hasSize(12);
        assertThat(renditions.get(8)).extracting(ResultRecord::sopInstance).contains(uid(alone));
        assertThat(renditions.subList(0, 8).stream().flatMap(List::stream))
                .extracting(ResultRecord::sopInstance)
                .doesNotContain(uid(alone));
        assertThat(shop.delivery(SECOND).message())
                .contains("left out: segmentation (", "segmentation as label map (", "above the limit of 0.00 MiB");
    }

    private static List<DataSet> evidenceOf(DataSet report) {
        return report.items(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE)
                .get(0)
                .items(Tag.REFERENCED_SERIES_SEQUENCE);
    }

    private static List<String> textsOf(DataSet item) {
        List<String> texts = new ArrayList<>(item.strings(Tag.TEXT_VALUE));
        item.items(Tag.CONTENT_SEQUENCE).forEach(child -> texts.addAll(textsOf(child)));
        return texts;
    }
}
