package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.DimseStatus;
import org.tandem.net.Peer;
import org.tandem.net.ScpOptions;
import org.tandem.net.ScuOptions;
import org.tandem.net.ScuTimeouts;
import org.tandem.net.StorageScp;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;
import org.tandem.result.iod.ResultKind;

final class DestinationsTest {

    @TempDir
    private Path folder;

    private static final ScuOptions IMPATIENT =
            ScuOptions.of(new AeTitle("TANDEM")).withTimeouts(ScuTimeouts.DEFAULT.withAcse(Duration.ofMillis(300)));

    private static ResultRecord slice(String name) {
        Path file = Path.of("test-dicom", "ct-sphere", name);
        Uid uid = DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SOP_INSTANCE_UID);
        return new ResultRecord(ResultKind.SEGMENTATION, SopClasses.CT_IMAGE_STORAGE, uid, file);
    }

    private static final List<ResultRecord> TWO = List.of(slice("IM0001.dcm"), slice("IM0002.dcm"));

    private static SendOutcome sendTo(StoreHandler handler) {
        try (StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("PACS"), 0), handler)) {
            return destinations(scp.port()).send("pacs", List.of(TWO));
        }
    }

    private static Destinations destinations(int port) {
        return destinations(port, ScuOptions.of(new AeTitle("TANDEM")));
    }

    private static Destinations destinations(int port, ScuOptions options) {
        return new Destinations(Map.of("pacs", new Peer(new AeTitle("PACS"), "127.0.0.1", port)), options);
    }

    /** Success for the first object, this for the second. */
    private static StoreHandler second(StoreOutcome outcome) {
        return new StoreHandler() {
            private int objects;

            @Override
            public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
                dataSet.readAllBytes();
                objects++;
                return objects == 1 ? StoreOutcome.SUCCESS : outcome;
            }
        };
    }

    @Test
    void whatIsTakenIsAccepted() {
        SendOutcome outcome = sendTo(second(StoreOutcome.SUCCESS));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(outcome.message()).contains("0000H SUCCESS, ");
    }

    @Test
    void aWarningThatMeansStoredIsAccepted() {
        SendOutcome outcome = sendTo(second(new StoreOutcome(DimseStatus.COERCION_OF_DATA_ELEMENTS, "name changed")));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.ACCEPTED);
        assertThat(outcome.message()).contains("B000H WARNING: name changed");
    }

    @Test
    void oneObjectThatIsRefusedRefusesTheWhole() {
        SendOutcome outcome = sendTo(second(new StoreOutcome(DimseStatus.CANNOT_UNDERSTAND, "no")));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.REFUSED);
        assertThat(outcome.message()).contains("0000H SUCCESS, ", "C000H PERMANENT: no");
    }

    @Test
    void aPeerOfAnotherTitleIsAskedAgainLater() {
        ScpOptions other = ScpOptions.of(new AeTitle("OTHER"), 0);
        try (StorageScp scp = StorageScp.start(other, second(StoreOutcome.SUCCESS))) {
            SendOutcome outcome = destinations(scp.port()).send("pacs", List.of(TWO));

            assertThat(outcome.verdict()).as("somebody may mend it").isEqualTo(SendOutcome.Verdict.FAILED);
            assertThat(outcome.message()).contains("PACS@127.0.0.1");
        }
    }

    @Test
    void aPeerThatSaysNothingIsGivenUpInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SendOutcome outcome = destinations(silent.getLocalPort(), IMPATIENT).send("pacs", List.of(TWO));

            assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.FAILED);
        }
    }

    @Test
    void aFileThatIsGoneIsNamedBeforeAnybodyIsCalled() {
        Path gone = folder.resolve("gone.dcm");
        ResultRecord result =
                new ResultRecord(ResultKind.SEGMENTATION, SopClasses.CT_IMAGE_STORAGE, new Uid("1.2"), gone);

        SendOutcome outcome = destinations(1).send("pacs", List.of(List.of(TWO.get(0), result)));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.FAILED);
        assertThat(outcome.message()).contains(gone.toString(), "got no file there");
    }

    @Test
    void aFileThatIsNoDicomFileFails() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.dcm"), "nothing");
        ResultRecord result =
                new ResultRecord(ResultKind.SEGMENTATION, SopClasses.CT_IMAGE_STORAGE, new Uid("1.2"), broken);

        SendOutcome outcome = destinations(1).send("pacs", List.of(List.of(result)));

        assertThat(outcome.verdict()).isEqualTo(SendOutcome.Verdict.FAILED);
        assertThat(outcome.message()).contains("broken.dcm");
    }
}
