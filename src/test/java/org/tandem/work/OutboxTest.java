package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;

final class OutboxTest {

    private static final JobId JOB = new JobId("0123456789abcdef");

    @TempDir
    private Path folder;

    private static ResultObject result(String uid, String label) {
        DataSet dataSet = DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.SEGMENTATION_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid(uid))
                .putText(Tag.CONTENT_LABEL, VR.CS, label)
                .build();
        return new ResultObject(ResultKind.SEGMENTATION, SopClasses.SEGMENTATION_STORAGE, new Uid(uid), dataSet);
    }

    @Test
    void eachResultIsAWholeFileInTheFolderOfItsJob() throws IOException {
        List<ResultRecord> written =
                new Outbox(folder.resolve("results")).write(JOB, List.of(result("1.2", "A"), result("1.3", "B")));

        Path jobFolder = folder.resolve("results").resolve("01").resolve("0123456789abcdef");
        assertThat(written)
                .extracting(ResultRecord::file)
                .containsExactly(jobFolder.resolve("1.2.dcm"), jobFolder.resolve("1.3.dcm"));
        for (ResultRecord result : written) {
            assertThat(DicomFileReader.read(result.file()).dataSet().requireUid(Tag.SOP_INSTANCE_UID))
                    .isEqualTo(result.sopInstance());
        }
        try (var files = Files.list(jobFolder)) {
            assertThat(files).as("no half-written files").hasSize(2);
        }
    }

    @Test
    void aSecondRunWritesOverTheFirst() {
        Outbox outbox = new Outbox(folder);
        outbox.write(JOB, List.of(result("1.2", "FIRST")));

        List<ResultRecord> second = outbox.write(JOB, List.of(result("1.2", "SECOND")));

        assertThat(DicomFileReader.read(second.get(0).file()).dataSet().string(Tag.CONTENT_LABEL))
                .hasValue("SECOND");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAReasonToTryAgain() throws IOException {
        Path occupied = Files.createFile(folder.resolve("results"));

        assertThatThrownBy(() -> new Outbox(occupied).write(JOB, List.of(result("1.2", "A"))))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.RETRY))
                .hasMessageContaining(occupied.toString());
    }

    @Test
    void aRelativeFolderWillDo() throws IOException {
        Path relative =
                Path.of("target", "outbox-test-" + ProcessHandle.current().pid());

        List<ResultRecord> written = new Outbox(relative).write(JOB, List.of(result("1.2", "A")));

        assertThat(written.get(0).file()).exists();
        Files.delete(written.get(0).file());
        Files.delete(relative.resolve("01").resolve("0123456789abcdef"));
        Files.delete(relative.resolve("01"));
        Files.delete(relative);
    }
}
