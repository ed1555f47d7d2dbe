package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.net.CommitmentFailure;
import org.tandem.net.CommitmentFailure.Reason;
import org.tandem.net.CommitmentRequest;
import org.tandem.net.CommitmentResult;
import org.tandem.net.SopReference;

/** What is committed to can be read back as it came; nothing else is committed to. */
class HoldingsTest {

    private static final Uid TRANSACTION = new Uid("2.25.77");
    private static final SopReference FIRST = reference(SampleObject.of(1, 1));
    private static final SopReference SECOND = reference(SampleObject.of(1, 2));

    @TempDir
    private Path folder;

    private ReceivingNode node;

    @BeforeEach
    void open() {
        node = ReceivingNode.in(folder);
        node.store(SampleObject.of(1, 1));
        node.store(SampleObject.of(1, 2));
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void whatArrivedIsKept() {
        assertThat(ask(FIRST, SECOND)).isEqualTo(new CommitmentResult(TRANSACTION, List.of(FIRST, SECOND), List.of()));
    }

    @Test
    void whatNeverArrivedIsNot() {
        assertThat(ask(reference(SampleObject.of(1, 3)), SECOND))
                .isEqualTo(result(SECOND, reference(SampleObject.of(1, 3)), Reason.NO_SUCH_OBJECT_INSTANCE));
    }

    @Test
    void whatIsAskedForAsAnotherClassIsNot() {
        SopReference asMr = new SopReference(SopClasses.MR_IMAGE_STORAGE, FIRST.sopInstance());

        assertThat(ask(asMr, SECOND)).isEqualTo(result(SECOND, asMr, Reason.CLASS_INSTANCE_CONFLICT));
    }

    @Test
    void aFileThatIsGoneIsNotKept() throws Exception {
        Files.delete(fileOf(FIRST));

        assertThat(ask(FIRST, SECOND)).isEqualTo(result(SECOND, FIRST, Reason.NO_SUCH_OBJECT_INSTANCE));
    }

    @Test
    void aFileWithOneBitTurnedIsNotKept() throws Exception {
        byte[] bytes = Files.readAllBytes(fileOf(FIRST));
        bytes[bytes.length - 100] ^= 1;
        Files.write(fileOf(FIRST), bytes);

        assertThat(ask(FIRST, SECOND)).isEqualTo(result(SECOND, FIRST, Reason.PROCESSING_FAILURE));
    }

    @Test
    void aFileThatWasCutIsNotKept() throws Exception {
        byte[] bytes = Files.readAllBytes(fileOf(FIRST));
        Files.write(fileOf(FIRST), Arrays.copyOf(bytes, 100));

        assertThat(ask(FIRST, SECOND)).isEqualTo(result(SECOND, FIRST, Reason.PROCESSING_FAILURE));
    }

    private CommitmentResult ask(SopReference... instances) {
        return node.receiver.holdings().of(new CommitmentRequest(TRANSACTION, List.of(instances)));
    }

    private static CommitmentResult result(SopReference kept, SopReference lost, Reason reason) {
        return new CommitmentResult(TRANSACTION, List.of(kept), List.of(new CommitmentFailure(lost, reason)));
    }

    private static SopReference reference(SampleObject object) {
        return new SopReference(SampleObject.CT, object.uid());
    }

    private Path fileOf(SopReference instance) {
        return node.files(Spool.INSTANCES).stream()
                .filter(file -> file.endsWith(instance.sopInstance() + ".dcm"))
                .findFirst()
                .orElseThrow();
    }
}
