package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.net.pdu.ProposedContext;

/** Our requestor against our acceptor. */
class StorageScuTest {

    private static final TransferSyntax JPEG_LOSSLESS = TransferSyntaxes.of(new Uid("1.2.840.10008.1.2.4.70"));
    private static final TransferSyntax RLE = TransferSyntaxes.of(new Uid("1.2.840.10008.1.2.5"));

    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), 0), handler);
    private final ScuOptions options = ScuOptions.of(new AeTitle("SENDER"));

    private final Path folder;

    StorageScuTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void echoIsAnswered() {
        try (StorageScu scu = StorageScu.open(peer(), options, List.of(ProposedContext.VERIFICATION))) {
            assertThat(scu.echo().kind()).isEqualTo(StoreResult.Kind.SUCCESS);
            assertThat(scu.echo().stored()).isTrue();
        }
    }

    @Test
    void filesOfAllSizesAndSyntaxesArriveByteForByte() throws Exception {
        List<TransferSyntax> syntaxes = List.of(
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                JPEG_LOSSLESS,
                RLE);
        int fragment = MessageWriter.MAX_PDU_BYTES - 6;
        int[] sizes = {2, 1000, fragment - 2, fragment, fragment + 2, 3 * fragment, 5_000_000};
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            files.add(Part10.write(
                    folder.resolve(i + 1 + ".dcm"),
                    i % 2 == 0 ? SopClasses.CT_IMAGE_STORAGE : SopClasses.SEGMENTATION_STORAGE,
                    syntaxes.get(i % syntaxes.size()),
                    Octets.pattern(sizes[i % sizes.length])));
        }

        try (StorageScu scu = StorageScu.open(peer(), options, ProposedContexts.of(files))) {
            for (Path file : files) {
                assertThat(scu.store(file).kind()).isEqualTo(StoreResult.Kind.SUCCESS);
            }
        }

        assertThat(handler.stored).hasSize(12);
        for (int i = 0; i < 12; i++) {
            Uid instance = Part10.instance(files.get(i));
            TransferSyntax syntax = syntaxes.get(i % syntaxes.size());
            assertThat(handler.stored.get(instance)).isEqualTo(Octets.pattern(sizes[i % sizes.length]));
            assertThat(handler.requests.get(instance))
                    .extracting(StoreRequest::syntax)
                    .isEqualTo(syntax);
        }
    }

    @Test
    void aDataSetOfNoBytesArrives() throws Exception {
        Path file = Part10.write(
                folder.resolve("1.dcm"),
                SopClasses.CT_IMAGE_STORAGE,
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                new byte[0]);

        try (StorageScu scu = StorageScu.open(peer(), options, ProposedContexts.of(List.of(file)))) {
            assertThat(scu.store(file).stored()).isTrue();
        }
        assertThat(handler.stored.get(Part10.instance(file))).isEmpty();
    }

    @Test
    void aClassOfAVendorIsDeclaredAsStorageSoThatAPeerThatDoesNotKnowItTakesIt() throws Exception {
        Path file = write(1, new Uid("1.2.826.0.1.3680043.2.1125.7"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        try (StorageScu scu = StorageScu.open(peer(), options, ProposedContexts.of(List.of(file)))) {
            assertThat(scu.store(file)).isEqualTo(new StoreResult(0, ""));
        }
        assertThat(handler.stored).containsOnlyKeys(Part10.instance(file));
    }

    @Test
    void eachClassAndSyntaxIsProposedByItselfWithAlternativesWhereItCanBeRewritten() throws IOException {
        Path explicit = write(1, SopClasses.CT_IMAGE_STORAGE, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path again = write(2, SopClasses.CT_IMAGE_STORAGE, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Path compressed = write(3, SopClasses.MR_IMAGE_STORAGE, JPEG_LOSSLESS);
        Path bigEndian = write(4, SopClasses.SEGMENTATION_STORAGE, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN);

        assertThat(ProposedContexts.of(List.of(explicit, again, compressed, bigEndian)))
                .containsExactly(
                        proposed(SopClasses.CT_IMAGE_STORAGE, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                        proposed(SopClasses.MR_IMAGE_STORAGE, JPEG_LOSSLESS),
                        proposed(SopClasses.SEGMENTATION_STORAGE, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN),
                        proposed(SopClasses.CT_IMAGE_STORAGE, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN),
                        proposed(
                                SopClasses.SEGMENTATION_STORAGE,
                                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
    }

    @Test
    void noMoreThan128ContextsAreProposed() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            files.add(write(i, SopClasses.storage().get(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }

        List<ProposedContext> proposed = ProposedContexts.of(files);

        assertThat(proposed).hasSize(128);
        assertThat(proposed.stream().map(ProposedContext::sopClass).distinct()).hasSize(100);
        try (StorageScu scu = StorageScu.open(peer(), options, proposed)) {
            assertThat(scu.store(files.get(99)).stored()).isTrue();
        }
    }

    @Test
    void eightAssociationsAtOnceDoNotMixTheirObjects() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            files.add(Part10.write(
                    folder.resolve(i + 1 + ".dcm"),
                    SopClasses.CT_IMAGE_STORAGE,
                    TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                    Octets.pattern(600_000 + 2 * i)));
        }
        List<Thread> senders = files.stream()
                .map(file -> new Thread(() -> {
                    try (StorageScu scu = StorageScu.open(peer(), options, ProposedContexts.of(List.of(file)))) {
                        scu.store(file);
                    }
                }))
                .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join(60_000);
        }

        for (int i = 0; i < files.size(); i++) {
            assertThat(handler.stored.get(Part10.instance(files.get(i)))).isEqualTo(Octets.pattern(600_000 + 2 * i));
        }
    }

    private Path write(int number, Uid sopClass, TransferSyntax syntax) throws IOException {
        return Part10.write(folder.resolve(number + ".dcm"), sopClass, syntax, Octets.pattern(100));
    }

    private static ProposedContext proposed(Uid sopClass, TransferSyntax... syntaxes) {
        return new ProposedContext(sopClass, List.of(syntaxes));
    }

    private Peer peer() {
        return new Peer(new AeTitle("TANDEM"), "127.0.0.1", scp.port());
    }
}
