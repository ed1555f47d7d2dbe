package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.SopClasses;

/** dcmtk's echoscu, storescu and storescp as the other end. */
class DcmtkIT {

    private static final Path SERIES = Path.of("test-dicom", "colin27-t1");
    private static final Path ENHANCED = Path.of("test-dicom", "mr-enhanced", "enhanced.dcm");

    /** A profile of storescu that proposes one syntax and nothing else. */
    private static final String ONLY =
            """
            [[TransferSyntaxes]]
            [Only]
            TransferSyntax1 = SYNTAX
            [[PresentationContexts]]
            [Contexts]
            PresentationContext1 = MRImageStorage\\Only
            [[Profiles]]
            [Only]
            PresentationContexts = Contexts
            """;

    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp = StorageScp.start(ScpOptions.of(new AeTitle("TANDEM"), 0), handler);
    private final Path folder;

    DcmtkIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        scp.close();
    }

    @Test
    void echoscuIsAnswered() throws Exception {
        String output = OutsideProgram.find("echoscu").run("-v", "-aec", "TANDEM", "127.0.0.1", scp.port());

        assertThat(output).contains("Received Echo Response (Success)");
        assertThat(handler.next()).isEqualTo("released");
    }

    @Test
    void echoscuIsRefusedUnderAnotherTitle() {
        OutsideProgram echoscu = OutsideProgram.find("echoscu");

        assertThatThrownBy(() -> echoscu.run("-aec", "OTHER", "127.0.0.1", scp.port()))
                .hasMessageContaining("Called AE Title Not Recognized");
    }

    /** The file is made by dcmtk first, so that its writer has nothing left to change on the way. */
    @ParameterizedTest
    @CsvSource({
        "dcmconv,   +te,   LittleEndianExplicit,                                1.2.840.10008.1.2.1",
        "dcmconv,   +ti,   LittleEndianImplicit,                                1.2.840.10008.1.2",
        "dcmconv,   +tb,   BigEndianExplicit,                                   1.2.840.10008.1.2.2",
        "dcmcjpeg,  +e1,   JPEGLossless:Non-hierarchical-1stOrderPrediction,    1.2.840.10008.1.2.4.70",
        "dcmcjpls,  --quiet, JPEGLSLossless,                                    1.2.840.10008.1.2.4.80",
        "dcmcrle,   --quiet, RLELossless,                                       1.2.840.10008.1.2.5",
    })
    void storescuSendsByteForByte(String maker, String option, String name, String syntax) throws Exception {
        Path file = folder.resolve("made.dcm");
        OutsideProgram.find(maker).run(option, first(SERIES), file);
        Path profile = Files.writeString(folder.resolve("only.cfg"), ONLY.replace("SYNTAX", name));

        OutsideProgram.find("storescu").run("-xf", profile, "Only", "-aec", "TANDEM", "127.0.0.1", scp.port(), file);

        StoredFile made = StoredFile.read(file);
        assertThat(handler.requests.get(made.sopInstance()))
                .extracting(request -> request.syntax().uid().value())
                .isEqualTo(syntax);
        assertThat(handler.stored.get(made.sopInstance())).isEqualTo(dataSet(file));
        assertThat(handler.next()).isEqualTo("began");
        assertThat(handler.next()).isEqualTo("released");
    }

    @ParameterizedTest
    @CsvSource({"-x=", "-xe", "-xb", "-xi", "-xs", "-xy", "-xx", "-xv", "-xw", "-xt", "-xu", "-xr", "-xd"})
    void storescuSendsWhateverItProposes(String option) throws Exception {
        OutsideProgram.find("storescu")
                .run("-R", option, "-aec", "TANDEM", "127.0.0.1", scp.port(), first(SERIES), ENHANCED);

        assertThat(handler.stored)
                .containsOnlyKeys(
                        StoredFile.read(first(SERIES)).sopInstance(),
                        StoredFile.read(ENHANCED).sopInstance());
    }

    @Test
    void storescuSendsASeriesWithAllOfItsContextsAndSmallPdus() throws Exception {
        OutsideProgram.find("storescu")
                .run("+sd", "--max-send-pdu", 4096, "-aec", "TANDEM", "127.0.0.1", scp.port(), SERIES);

        assertThat(handler.stored).hasSize(files(SERIES).size());
    }

    @Test
    void storescpTakesByteForByteWhatWeSend() throws Exception {
        int port = OutsideProgram.freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        List<Path> files = Stream.concat(files(SERIES).stream(), Stream.of(ENHANCED, compressed()))
                .toList();
        try (OutsideProgram.Running storescp =
                        OutsideProgram.find("storescp").serve(port, "+xa", "+B", "-od", received, port);
                StorageScu scu = StorageScu.open(
                        new Peer(new AeTitle("STORESCP"), "127.0.0.1", port),
                        ScuOptions.of(new AeTitle("TANDEM")),
                        ProposedContexts.of(files))) {
            for (Path file : files) {
                assertThat(scu.store(file)).isEqualTo(new StoreResult(0, ""));
            }
            assertThat(storescp.process().isAlive()).isTrue();
        }
        for (Path file : files) {
            byte[] arrived = files(received).stream()
                    .filter(path -> StoredFile.read(path)
                            .sopInstance()
                            .equals(StoredFile.read(file).sopInstance()))
                    .findFirst()
                    .map(DcmtkIT::dataSet)
                    .orElseThrow();
            assertThat(arrived).isEqualTo(dataSet(file));
        }
    }

    @Test
    void storescpThatTakesImplicitOnlyGetsFilesRewritten() throws Exception {
        int port = OutsideProgram.freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        Path expected = folder.resolve("implicit.dcm");
        OutsideProgram.find("dcmconv").run("+ti", first(SERIES), expected);
        try (OutsideProgram.Running storescp =
                        OutsideProgram.find("storescp").serve(port, "+xi", "+B", "-od", received, port);
                StorageScu scu = StorageScu.open(
                        new Peer(new AeTitle("STORESCP"), "127.0.0.1", port),
                        ScuOptions.of(new AeTitle("TANDEM")),
                        ProposedContexts.of(List.of(first(SERIES))))) {
            assertThat(scu.store(first(SERIES)).stored()).isTrue();
            assertThat(storescp.process().isAlive()).isTrue();
        }
        assertThat(dataSet(first(received))).isEqualTo(dataSet(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "+xa, 1.2.840.10008.1.2.1.99",
        "+xd, 1.2.840.10008.1.2.1.99",
        "+xe, 1.2.840.10008.1.2.1",
        "+x=, 1.2.840.10008.1.2.1",
        "+xi, 1.2.840.10008.1.2"
    })
    void aSegmentationGoesDeflatedWhereStorescpTakesThat(String takes, String syntax) throws Exception {
        int port = OutsideProgram.freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        Path sent = folder.resolve("segmentation.dcm");
        Files.copy(first(SERIES), sent);
        OutsideProgram.find("dcmodify").run("-nb", "-m", "SOPClassUID=" + SopClasses.SEGMENTATION_STORAGE, sent);
        try (OutsideProgram.Running storescp =
                        OutsideProgram.find("storescp").serve(port, takes, "+B", "-od", received, port);
                StorageScu scu = StorageScu.deflating(
                        new Peer(new AeTitle("STORESCP"), "127.0.0.1", port),
                        ScuOptions.of(new AeTitle("TANDEM")),
                        List.of(sent))) {
            assertThat(scu.store(sent)).isEqualTo(new StoreResult(0, ""));
            assertThat(storescp.process().isAlive()).isTrue();
        }
        Path arrived = first(received);
        assertThat(StoredFile.read(arrived).syntax().uid().value()).isEqualTo(syntax);
        Path inflated = folder.resolve("inflated.dcm");
        OutsideProgram.find("dcmconv").run("+te", arrived, inflated);
        assertThat(dataSet(inflated)).isEqualTo(dataSet(sent));
    }

    @Test
    void storescpTakesAClassOfAVendor() throws Exception {
        int port = OutsideProgram.freePort();
        Path received = Files.createDirectory(folder.resolve("received"));
        Path sent = folder.resolve("private.dcm");
        Files.copy(first(SERIES), sent);
        OutsideProgram.find("dcmodify").run("-nb", "-m", "SOPClassUID=1.2.826.0.1.3680043.2.1125.7", sent);
        try (OutsideProgram.Running storescp =
                        OutsideProgram.find("storescp").serve(port, "-pm", "+B", "-od", received, port);
                StorageScu scu = StorageScu.open(
                        new Peer(new AeTitle("STORESCP"), "127.0.0.1", port),
                        ScuOptions.of(new AeTitle("TANDEM")),
                        ProposedContexts.of(List.of(sent)))) {
            assertThat(scu.store(sent)).isEqualTo(new StoreResult(0, ""));
            assertThat(storescp.process().isAlive()).isTrue();
        }
        assertThat(dataSet(first(received))).isEqualTo(dataSet(sent));
    }

    private Path compressed() throws Exception {
        Path file = folder.resolve("compressed.dcm");
        OutsideProgram.find("dcmcjpeg").run("+e1", "+ua", ENHANCED, file);
        return file;
    }

    static byte[] dataSet(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            return Arrays.copyOfRange(all, (int) StoredFile.read(file).encoded().offset(), all.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path first(Path folder) throws IOException {
        return files(folder).get(0);
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
