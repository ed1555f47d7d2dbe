package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;
import org.tandem.series.SeriesState;

@SuppressWarnings("NullAway.Init")
final class InstanceReceiverTest {

    @TempDir
    Path folder;

    private ReceivingNode node;

    @BeforeEach
    void open() {
        node = ReceivingNode.in(folder);
    }

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void anInstanceIsOnTheDiskAndIndexedWhenSuccessIsAnswered() throws IOException {
        SampleObject object = SampleObject.of(1, 1);

        assertThat(node.store(object)).isEqualTo(StoreOutcome.SUCCESS);
        IndexedInstance row =
                node.index.find(List.of(object.uid())).values().iterator().next();
        byte[] file = Files.readAllBytes(node.receiver.file(row));
        assertThat(Arrays.copyOfRange(file, 128, 132)).asString().isEqualTo("DICM");
        assertThat(Arrays.copyOfRange(file, file.length - object.bytes().length, file.length))
                .isEqualTo(object.bytes());
        assertThat(row.digest()).isEqualTo(digest(object.bytes()));
        assertThat(node.files("incoming")).isEmpty();
        assertThat(node.ledger.find(SampleInstances.series(1)).orElseThrow().state())
                .isEqualTo(SeriesState.RECEIVING);
    }

    private static Sha256 digest(byte[] bytes) {
        var digest = Sha256.newDigest();
        digest.update(bytes);
        return Sha256.of(digest);
    }

    @Test
    void theFileTellsWhoSentItToWhom() throws IOException {
        node.store(SampleObject.of(1, 1));

        ReceivedInstance read;
        try (Spool other = Spool.open(IngestOptions.of(folder.resolve("other")))) {
            read = SpooledFile.read(other, node.files("instances").get(0));
        }
        assertThat(read.origin().association().calling()).isEqualTo(SampleInstances.ASSOCIATION.calling());
        assertThat(read.origin().association().called()).isEqualTo(SampleInstances.ASSOCIATION.called());
        assertThat(read.content().digest())
                .isEqualTo(digest(SampleObject.of(1, 1).bytes()));
        assertThat(read.content().syntax()).isEqualTo(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid());
    }

    @Test
    void theSameInstanceAgainIsSuccessAndStoredOnce() {
        node.store(SampleObject.of(1, 1));

        assertThat(node.store(SampleObject.of(1, 1))).isEqualTo(StoreOutcome.SUCCESS);
        assertThat(node.files("instances")).hasSize(1);
        assertThat(node.index.count()).isOne();
        assertThat(node.receiver.counters().duplicates()).isOne();
        assertThat(node.ledger
                        .find(SampleInstances.series(1))
                        .orElseThrow()
                        .arrivals()
                        .instanceCount())
                .isOne();
    }

    @Test
    void otherContentOfTheSameUidIsKeptAsideOnceAndWarnedOf() throws IOException {
        SampleObject first = SampleObject.of(1, 1).pixels(100, 1);
        SampleObject other = SampleObject.of(1, 1).pixels(100, 2);
        node.store(first);

        assertThat(node.store(other).status()).isEqualTo(DimseStatus.COERCION_OF_DATA_ELEMENTS);
        assertThat(node.store(other).status()).isEqualTo(DimseStatus.COERCION_OF_DATA_ELEMENTS);
        assertThat(node.store(first)).isEqualTo(StoreOutcome.SUCCESS);
        assertThat(node.files("conflicts")).hasSize(1);
        assertThat(Files.readAllBytes(node.files("conflicts").get(0))).endsWith(other.bytes());
        assertThat(Files.readAllBytes(node.files("instances").get(0))).endsWith(first.bytes());
        assertThat(node.index.conflicts(first.uid())).containsExactly(digest(other.bytes()));
        assertThat(node.files("incoming")).isEmpty();
    }

    @Test
    void aDataSetThatIsNotWhatTheCommandAnnouncedIsRefused() throws IOException {
        SampleObject object = SampleObject.of(1, 1);
        StoreRequest otherInstance = new StoreRequest(
                SampleObject.CT, new Uid("9.9"), object.request().syntax(), SampleInstances.ASSOCIATION);
        StoreRequest otherClass = new StoreRequest(
                new Uid("1.2.840.10008.5.1.4.1.1.4"),
                object.uid(),
                object.request().syntax(),
                SampleInstances.ASSOCIATION);

        StoreOutcome outcome = node.receiver.store(otherInstance, object.stream());
        assertThat(outcome.status()).isEqualTo(DimseStatus.DATA_SET_DOES_NOT_MATCH_SOP_CLASS);
        assertThat(outcome.comment()).contains("(0008,0018)").hasSizeLessThanOrEqualTo(64);
        assertThat(node.receiver.store(otherClass, object.stream()).comment()).contains("(0008,0016)");
        assertThat(node.store(object.withoutSeries()).comment()).contains("(0020,000E)");
        assertThat(node.index.count()).isZero();
        assertThat(node.files("incoming")).isEmpty();
        assertThat(node.files("instances")).isEmpty();
    }

    @Test
    void bytesThatCannotBeReadAreKeptWithAReason() throws IOException {
        SampleObject object = SampleObject.of(1, 1);
        byte[] truncated = Arrays.copyOf(object.bytes(), 90);

        StoreOutcome outcome = node.receiver.store(object.request(), new ByteArrayInputStream(truncated));
        assertThat(outcome.status()).isEqualTo(DimseStatus.CANNOT_UNDERSTAND);
        List<Path> kept = node.files("quarantine");
        assertThat(kept).hasSize(2);
        assertThat(Files.readAllBytes(kept.get(0))).endsWith(truncated);
        assertThat(kept.get(1)).content().isNotBlank().doesNotContain("Nobody");
        assertThat(node.files("incoming")).isEmpty();
    }

    @Test
    void pixelDataThatIsCutOffIsNotStored() throws IOException {
        SampleObject object = SampleObject.of(1, 1).pixels(200_000, 3);
        byte[] truncated = Arrays.copyOf(object.bytes(), object.bytes().length - 1000);

        StoreOutcome outcome = node.receiver.store(object.request(), new ByteArrayInputStream(truncated));
        assertThat(outcome.status()).isEqualTo(DimseStatus.CANNOT_UNDERSTAND);
        assertThat(node.index.count()).isZero();
    }

    @Test
    void sequencesThatNestDeeperThanTheLimitAreRefused() throws IOException {
        node.close();
        node = ReceivingNode.in(folder, node.options.withMaxDepth(5));

        assertThat(node.store(SampleObject.of(1, 1).nested(5))).isEqualTo(StoreOutcome.SUCCESS);
        assertThat(node.store(SampleObject.of(1, 2).nested(6)).status()).isEqualTo(DimseStatus.CANNOT_UNDERSTAND);
        assertThat(node.index.count()).isEqualTo(1);
    }

    @Test
    void anEmptyDataSetIsAnswered() throws IOException {
        StoreOutcome outcome =
                node.receiver.store(SampleObject.of(1, 1).request(), new ByteArrayInputStream(new byte[0]));

        assertThat(outcome.status()).isNotEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void aFullQuarantineKeepsNoMore() throws IOException {
        node.close();
        node = ReceivingNode.in(folder, node.options.withMaxQuarantined(1));
        for (int n = 0; n < 3; n++) {
            node.receiver.store(SampleObject.of(1, n).request(), new ByteArrayInputStream(new byte[] {1, 2, 3}));
        }

        assertThat(node.files("quarantine")).hasSize(2); // one object and its reason
        assertThat(node.files("incoming")).isEmpty();
    }

    @Test
    void nothingIsLeftOfAnObjectWhosePeerGoesAway() {
        SampleObject object = SampleObject.of(1, 1);
        InputStream aborted = new SequenceInputStream(new ByteArrayInputStream(object.bytes()), new AbortedStream());

        assertThatThrownBy(() -> node.receiver.store(object.request(), aborted))
                .isInstanceOf(IOException.class)
                .hasMessage(AbortedStream.MESSAGE);
        assertThat(node.files("incoming")).isEmpty();
        assertThat(node.index.count()).isZero();
        assertThat(node.receiver.counters().aborted()).isOne();
    }

    @Test
    void aSpoolThatCannotBeWrittenIsAnsweredAndTheNodeLivesOn() throws IOException {
        Path incoming = node.spool().resolve("incoming");
        Files.delete(incoming);
        assertThat(node.store(SampleObject.of(1, 1)).status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES);

        Files.createDirectory(incoming);
        assertThat(node.store(SampleObject.of(1, 1))).isEqualTo(StoreOutcome.SUCCESS);
    }

    @Test
    void belowTheReserveOfTheDiskNothingIsTaken() {
        node.close();
        node = ReceivingNode.in(folder, node.options.withReserveBytes(Long.MAX_VALUE));

        StoreOutcome outcome = node.store(SampleObject.of(1, 1));
        assertThat(outcome.status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
        assertThat(outcome.comment()).isNotEmpty().hasSizeLessThanOrEqualTo(64);
        assertThat(node.receiver.admits(SampleInstances.ASSOCIATION)).isFalse();
    }

    @Test
    void whileTheDatabaseIsAwayNothingIsTakenAndNothingIsLeft() {
        node.database.close();

        assertThat(node.store(SampleObject.of(1, 1)).status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
        assertThat(node.files("incoming")).isEmpty();
        assertThat(node.files("instances")).isEmpty();
        assertThat(node.receiver.counters().unavailable()).isOne();
    }

    @Test
    void theLogAndThePathsNameNoPatient() {
        node.store(SampleObject.of(1, 1));

        assertThat(node.files("instances").toString()).doesNotContain("Nobody");
    }
}
