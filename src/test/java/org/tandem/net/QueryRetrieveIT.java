package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** Archives that nobody here wrote are asked for what was stored in them, and for the instances themselves. */
class QueryRetrieveIT {

    private static final Path SERIES = Path.of("test-dicom", "ct-sphere");
    private static final Path JAPANESE = Path.of("test-dicom", "jp-name");
    private static final AeTitle US = new AeTitle("TANDEM");

    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp = StorageScp.start(ScpOptions.of(US, 0), handler);

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        scp.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsStoredIsFoundMovedAndFetched(OutsideArchive archive) throws Exception {
        int port = OutsideProgram.freePort();
        try (OutsideProgram.Running running = archive.start(folder, port, scp.port())) {
            Peer peer = new Peer(new AeTitle("ARCHIVE"), "127.0.0.1", port);
            List<Path> files = store(peer);
            DataSet first = DicomFileReader.readHeader(files.get(0)).dataSet();
            Uid study = first.requireUid(Tag.STUDY_INSTANCE_UID);

            queries(archive, peer, first, files.size());
            moves(peer, study, files.size());
            gets(peer, study, files);
            namesOfAnyScript(peer);
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    private static void queries(OutsideArchive archive, Peer peer, DataSet first, int instances) {
        Uid study = first.requireUid(Tag.STUDY_INSTANCE_UID);
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT)) {
            List<DataSet> studies = new ArrayList<>();
            String patient = first.requireString(Tag.PATIENT_ID);
            assertThat(scu.find(QueryKeys.studiesOfPatient(patient, "", ""), studies::add)
                            .success())
                    .isTrue();
            assertThat(studies)
                    .extracting(found -> found.requireUid(Tag.STUDY_INSTANCE_UID))
                    .contains(study);

            List<DataSet> series = new ArrayList<>();
            assertThat(scu.find(QueryKeys.seriesOf(study), series::add).success())
                    .isTrue();
            assertThat(series).hasSize(1);
            if (archive == OutsideArchive.ORTHANC) { // dcmqrscp does not count
                assertThat(series.get(0).integer(Tag.NUMBER_OF_SERIES_RELATED_INSTANCES))
                        .hasValue(instances);
            }

            List<DataSet> images = new ArrayList<>();
            QueryKeys ofSeries = QueryKeys.all(QueryLevel.IMAGE)
                    .matching(Tag.STUDY_INSTANCE_UID, study.value())
                    .matching(Tag.SERIES_INSTANCE_UID, series.get(0).requireString(Tag.SERIES_INSTANCE_UID));
            assertThat(scu.find(ofSeries, images::add).success()).isTrue();
            assertThat(images).hasSize(instances);

            List<DataSet> none = new ArrayList<>();
            assertThat(scu.find(QueryKeys.studiesByAccessionNumber("NO SUCH"), none::add)
                            .success())
                    .isTrue();
            assertThat(none).isEmpty();

            images.clear();
            QueryStatus cancelled = scu.find(ofSeries, match -> {
                images.add(match);
                return images.size() < 2;
            });
            assertThat(cancelled.cancelled() || cancelled.success())
                    .as("an archive may have sent all before it reads the cancel: " + cancelled)
                    .isTrue();
        }
    }

    private void moves(Peer peer, Uid study, int instances) {
        handler.stored.clear();
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT)) {
            Retrieved moved = scu.move(ofStudy(study), US, progress -> {});
            assertThat(moved.complete()).as(moved.toString()).isTrue();
            assertThat(moved.subOperations().completed()).isEqualTo(instances);
            assertThat(handler.stored).hasSize(instances);

            Retrieved nowhere = scu.move(ofStudy(study), new AeTitle("NOBODY"), progress -> {});
            assertThat(nowhere.complete()).isFalse();
            assertThat(nowhere.status().success()).isFalse();
        }
    }

    private static void gets(Peer peer, Uid study, List<Path> files) {
        RecordingHandler received = new RecordingHandler();
        List<SubOperations> progress = new ArrayList<>();
        try (QueryRetrieveScu scu = QueryRetrieveScu.openToGet(
                peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT, List.of(SopClasses.CT_IMAGE_STORAGE))) {
            Retrieved fetched = scu.get(ofStudy(study), received, progress::add);
            assertThat(fetched.complete()).as(fetched.toString()).isTrue();
            assertThat(fetched.subOperations().completed()).isEqualTo(files.size());
        }
        assertThat(progress).isNotEmpty();
        assertThat(received.stored).hasSize(files.size());
        for (Path file : files) {
            DataSet sent = DicomFileReader.read(file).dataSet();
            Uid instance = sent.requireUid(Tag.SOP_INSTANCE_UID);
            DataSet back = DataSetReader.read(
                    received.stored.get(instance),
                    received.requests.get(instance).syntax());
            assertThat(back.bytes(Tag.PIXEL_DATA)).isEqualTo(sent.bytes(Tag.PIXEL_DATA));
        }
    }

    /** By the Patient ID; the name comes in whatever character set the archive chose, and says so. */
    private static void namesOfAnyScript(Peer peer) throws IOException {
        DataSet sent =
                DicomFileReader.readHeader(DcmtkIT.files(JAPANESE).get(0)).dataSet();
        List<DataSet> found = new ArrayList<>();
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT)) {
            QueryKeys keys = QueryKeys.studiesOfPatient(sent.requireString(Tag.PATIENT_ID), "", "")
                    .returning(Tag.SPECIFIC_CHARACTER_SET);
            assertThat(scu.find(keys, found::add).success()).isTrue();
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).requireString(Tag.PATIENT_NAME)).startsWith("Yamada^Tarou");
    }

    private static List<Path> store(Peer peer) throws IOException {
        List<Path> files = DcmtkIT.files(SERIES);
        List<Path> all = new ArrayList<>(files);
        all.addAll(DcmtkIT.files(JAPANESE));
        try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), ProposedContexts.of(all))) {
            for (Path file : all) {
                assertThat(scu.store(file).stored()).isTrue();
            }
        }
        return files;
    }

    private static QueryKeys ofStudy(Uid study) {
        return QueryKeys.of(QueryLevel.STUDY).matching(Tag.STUDY_INSTANCE_UID, study.value());
    }
}
