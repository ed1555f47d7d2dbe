package org.tandem.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import org.tandem.app.GeneratedSections;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/**
 * Peers that nobody here wrote × services, each over a real association; holds the table of
 * {@code docs/conformance.md}. A cell that fails fails the build.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InteroperabilityIT {

    private static final AeTitle US = new AeTitle("TANDEM");
    private static final Path IMAGE = Path.of("test-dicom", "ct-sphere", "IM0020.dcm");

    /** The study that archives are asked for holds one image, in a syntax that all of them send. */
    private static final Uid ASKED_FOR = new Uid("2.25.8001");

    private static final Uid OTHERS = new Uid("2.25.8002");

    /** Transfer syntaxes, how an image in one is made, and storescu's option for it. */
    private enum Syntax {
        IMPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2", "dcmconv +ti", "-xi"),
        EXPLICIT_VR_LITTLE_ENDIAN("1.2.840.10008.1.2.1", "dcmconv +te", "-xe"),
        EXPLICIT_VR_BIG_ENDIAN("1.2.840.10008.1.2.2", "dcmconv +tb", "-xb"),
        DEFLATED("1.2.840.10008.1.2.1.99", "dcmconv +td", "-xd"),
        RLE_LOSSLESS("1.2.840.10008.1.2.5", "dcmcrle", "-xr"),
        JPEG_BASELINE("1.2.840.10008.1.2.4.50", "dcmcjpeg +eb", "-xy"),
        JPEG_EXTENDED("1.2.840.10008.1.2.4.51", "dcmcjpeg +ee", "-xx"),
        JPEG_LOSSLESS("1.2.840.10008.1.2.4.57", "dcmcjpeg +el", ""),
        JPEG_LOSSLESS_SV1("1.2.840.10008.1.2.4.70", "dcmcjpeg +e1", "-xs"),
        JPEG_LS_LOSSLESS("1.2.840.10008.1.2.4.80", "dcmcjpls +el", "-xt"),
        JPEG_LS_NEAR_LOSSLESS("1.2.840.10008.1.2.4.81", "dcmcjpls +en", "-xu"),
        JPEG_2000_LOSSLESS("1.2.840.10008.1.2.4.90", "gdcmconv --j2k", "-xv"),
        JPEG_2000("1.2.840.10008.1.2.4.91", "gdcmconv --j2k --lossy -r 6", "-xw");

        private final Uid uid;
        private final String made;
        private final String storescu;

        Syntax(String uid, String made, String storescu) {
            this.uid = new Uid(uid);
            this.made = made;
            this.storescu = storescu;
        }

        /** Of the instance of this syntax. */
        private Uid instance() {
            return new Uid("2.25.9000" + ordinal());
        }
    }

    private enum Service {
        ECHO_TO_TANDEM,
        STORE_TO_TANDEM,
        ECHO_TO_PEER,
        STORE_TO_PEER,
        FIND,
        MOVE,
        GET
    }

    private enum Other {
        DCMTK,
        ORTHANC,
        PYNETDICOM,
        GDCM,
        DCMJS_DIMSE
    }

    private final Map<Other, Map<Service, String>> cells = new EnumMap<>(Other.class);
    private final Set<Other> missing = EnumSet.noneOf(Other.class);
    private final Map<Syntax, Path> files = new LinkedHashMap<>();
    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp = StorageScp.start(ScpOptions.of(US, 0), handler);

    @TempDir
    private static Path folder;

    @BeforeAll
    void makeFiles() throws Exception {
        for (Syntax syntax : Syntax.values()) {
            String[] words = syntax.made.split(" ");
            List<Object> arguments = new ArrayList<>(List.of(words).subList(1, words.length));
            Path raw = folder.resolve("raw.dcm");
            arguments.add(IMAGE);
            arguments.add(raw);
            Files.deleteIfExists(raw);
            OutsideProgram.find(words[0]).run(arguments.toArray());
            DicomFile made = DicomFileReader.read(raw);
            assertThat(made.syntax().uid()).as(syntax.made).isEqualTo(syntax.uid);
            DataSet named = made.dataSet().toBuilder()
                    .putUid(Tag.SOP_INSTANCE_UID, syntax.instance())
                    .putUid(Tag.STUDY_INSTANCE_UID, syntax == Syntax.EXPLICIT_VR_LITTLE_ENDIAN ? ASKED_FOR : OTHERS)
                    .build();
            Path file = folder.resolve(syntax + ".dcm");
            DicomFileWriter.write(file, DicomFile.of(named, TransferSyntaxes.of(syntax.uid)));
            files.put(syntax, file);
        }
    }

    @AfterAll
    void writeTable() throws IOException {
        scp.close();
        List<String> table = new ArrayList<>();
        table.add("| peer | "
                + Stream.of(Service.values()).map(InteroperabilityIT::words).collect(Collectors.joining(" | ")) + " |");
        table.add("|---".repeat(Service.values().length + 1) + "|");
        cells.forEach((other, row) -> table.add("| " + words(other) + " | "
                + Stream.of(Service.values())
                        .map(service -> row.getOrDefault(service, "–"))
                        .collect(Collectors.joining(" | "))
                + " |"));
        if (missing.isEmpty()) {
            GeneratedSections.hold("interoperability", table);
        } else { // what is here has to be as it was where all peers are
            assertThat(GeneratedSections.read("interoperability"))
                    .containsAll(table.stream()
                            .filter(row ->
                                    missing.stream().noneMatch(other -> row.contains("| " + words(other) + " |")))
                            .toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> peersSendToUs() {
        return Stream.of(
                sending(Other.DCMTK, 12, this::dcmtk), // knows no JPEG lossless but SV1 to be sent
                sending(Other.PYNETDICOM, 13, () -> script(OutsideProgram.python("pynetdicom"), "interoperability.py")),
                sending(Other.GDCM, 0, this::gdcm),
                sending(Other.DCMJS_DIMSE, 9, () -> script(node(), "interoperability.cjs")));
    }

    @TestFactory
    Stream<DynamicTest> weSendToPeersAndAskThem() {
        return Stream.of(
                serving(Other.DCMTK, 3, (in, port) -> OutsideArchive.DCMQRSCP.start(in, port, scp.port())),
                serving(Other.ORTHANC, 13, (in, port) -> OutsideArchive.ORTHANC.start(in, port, scp.port())),
                serving(
                        Other.PYNETDICOM,
                        13,
                        (in, port) -> archive(OutsideProgram.python("pynetdicom"), "interoperability.py", in, port)),
                serving(Other.DCMJS_DIMSE, 10, (in, port) -> archive(node(), "interoperability.cjs", in, port)));
    }

    /** Sends what it can, and answers what it printed of C-ECHO. */
    @FunctionalInterface
    private interface Sender {
        String send() throws Exception;
    }

    /** Starts an archive titled ARCHIVE. */
    @FunctionalInterface
    private interface Server {
        OutsideProgram.Running start(Path in, int port) throws Exception;
    }

    private DynamicTest sending(Other other, int least, Sender sender) {
        return DynamicTest.dynamicTest(words(other), () -> {
            handler.stored.clear();
            String printed = attempt(other, sender::send);
            note(other, Service.ECHO_TO_TANDEM, printed.startsWith("gdcmscu") ? printed : "pass");
            long same = files.keySet().stream().filter(this::cameAsItWas).count();
            long rewritten = files.keySet().stream().filter(this::cameRewritten).count();
            note(
                    other,
                    Service.STORE_TO_TANDEM,
                    same + " of " + files.size() + " syntaxes"
                            + (rewritten == 0 ? "" : ", " + rewritten + " rewritten by the peer"));
            assertThat(same + rewritten).as("transfer syntaxes, " + printed).isGreaterThanOrEqualTo(least);
        });
    }

    private DynamicTest serving(Other other, int least, Server server) {
        return DynamicTest.dynamicTest(words(other), () -> {
            int port = OutsideProgram.freePort();
            Path in = Files.createDirectory(folder.resolve("archive-" + other));
            try (OutsideProgram.Running running = attempt(other, () -> server.start(in, port))) {
                Peer peer = new Peer(new AeTitle("ARCHIVE"), "127.0.0.1", port);
                try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), List.of(ProposedContext.VERIFICATION))) {
                    assertThat(scu.echo().stored()).isTrue();
                }
                note(other, Service.ECHO_TO_PEER, "pass");
                int stored = storeAll(peer);
                note(other, Service.STORE_TO_PEER, stored + " of " + files.size() + " syntaxes");
                assertThat(stored).isGreaterThanOrEqualTo(least);
                ask(other, peer);
                assertThat(running.process().isAlive()).isTrue();
            }
        });
    }

    private int storeAll(Peer peer) {
        int stored = 0;
        for (Path file : files.values()) {
            List<ProposedContext> own = ProposedContexts.of(List.of(file)).subList(0, 1);
            try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), own)) {
                stored += scu.store(file).stored() ? 1 : 0;
            }
        }
        return stored;
    }

    private void ask(Other other, Peer peer) {
        QueryKeys keys = QueryKeys.of(QueryLevel.STUDY).matching(Tag.STUDY_INSTANCE_UID, ASKED_FOR.value());
        Uid instance = Syntax.EXPLICIT_VR_LITTLE_ENDIAN.instance();
        try (QueryRetrieveScu scu = QueryRetrieveScu.open(peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT)) {
            List<DataSet> found = new ArrayList<>();
            assertThat(scu.find(keys, found::add).success()).isTrue();
            assertThat(found).hasSize(1);
            note(other, Service.FIND, "pass");
            handler.stored.clear();
            Retrieved moved = scu.move(keys, US, progress -> {});
            assertThat(moved.complete()).as(moved.toString()).isTrue();
            assertThat(handler.stored).containsOnlyKeys(instance);
            note(other, Service.MOVE, "pass");
            cells.get(other).putIfAbsent(Service.STORE_TO_TANDEM, "pass (by its C-MOVE)");
        }
        RecordingHandler fetched = new RecordingHandler();
        try (QueryRetrieveScu scu = QueryRetrieveScu.openToGet(
                peer, ScuOptions.of(US), QueryRetrieveModel.STUDY_ROOT, List.of(SopClasses.CT_IMAGE_STORAGE))) {
            Retrieved got = scu.get(keys, fetched, progress -> {});
            assertThat(got.complete()).as(got.toString()).isTrue();
            assertThat(fetched.stored).containsOnlyKeys(instance);
            note(other, Service.GET, "pass");
        }
    }

    /** Whether an instance came in its own transfer syntax with its own pixel data. */
    private boolean cameAsItWas(Syntax syntax) {
        byte[] bytes = handler.stored.get(syntax.instance());
        if (bytes == null
                || !handler.requests.get(syntax.instance()).syntax().uid().equals(syntax.uid)) {
            return false;
        }
        DataSet came = DataSetReader.read(bytes, TransferSyntaxes.of(syntax.uid));
        DataSet was = DicomFileReader.read(files.get(syntax)).dataSet();
        return Arrays.deepEquals(pixels(came), pixels(was));
    }

    /** Whether an instance came in another transfer syntax with the same pixels, but for the rounding of lossy ones. */
    private boolean cameRewritten(Syntax syntax) {
        byte[] bytes = handler.stored.get(syntax.instance());
        TransferSyntax now =
                bytes == null ? null : handler.requests.get(syntax.instance()).syntax();
        if (now == null || now.uid().equals(syntax.uid)) {
            return false;
        }
        int[] came = FrameReader.of(DicomFile.of(DataSetReader.read(bytes, now), now))
                .read(0);
        int[] was = FrameReader.of(DicomFileReader.read(files.get(syntax))).read(0);
        return came.length == was.length
                && IntStream.range(0, was.length).allMatch(i -> Math.abs(came[i] - was[i]) <= 1);
    }

    /** The bytes of native pixels, little endian, or those of each fragment. */
    private static byte[][] pixels(DataSet image) {
        if (!(image.element(Tag.PIXEL_DATA).orElseThrow().value() instanceof Value.Fragments fragments)) {
            return new byte[][] {image.bytes(Tag.PIXEL_DATA)};
        }
        return fragments.offsetTableAndFragments().stream()
                .map(InteroperabilityIT::bytes)
                .toArray(byte[][]::new);
    }

    private static byte[] bytes(Value fragment) {
        try (InputStream in = ValueStreams.open(fragment)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String dcmtk() throws Exception {
        OutsideProgram.find("echoscu").run("-aec", "TANDEM", "127.0.0.1", scp.port());
        OutsideProgram storescu = OutsideProgram.find("storescu");
        for (Map.Entry<Syntax, Path> file : files.entrySet()) {
            if (!file.getKey().storescu.isEmpty()) {
                storescu.run("-aec", "TANDEM", file.getKey().storescu, "127.0.0.1", scp.port(), file.getValue());
            }
        }
        return "";
    }

    /** GDCM 3.0.21 as Debian builds it ends itself before it says a word, to dcmtk's storescp too. */
    private String gdcm() throws Exception {
        OutsideProgram gdcmscu = OutsideProgram.find("gdcmscu");
        boolean works = gdcmscu.tryRun("--echo", "--call", "TANDEM", "127.0.0.1", scp.port());
        for (Path file : works ? files.values() : List.<Path>of()) {
            gdcmscu.tryRun("--store", "--call", "TANDEM", "127.0.0.1", scp.port(), file);
        }
        return works ? "" : "gdcmscu opens no association";
    }

    private String script(OutsideProgram interpreter, String name) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(resource(name), "scu", scp.port()));
        arguments.addAll(files.values());
        String printed = interpreter.run(arguments.toArray());
        assertThat(printed).contains("echo 0000");
        return printed;
    }

    private OutsideProgram.Running archive(OutsideProgram interpreter, String name, Path in, int port)
            throws Exception {
        return interpreter.serve(port, resource(name), "scp", port, scp.port(), in);
    }

    private static Path resource(String name) throws Exception {
        return Path.of(InteroperabilityIT.class.getResource(name).toURI());
    }

    private static OutsideProgram node() {
        assumeTrue(System.getenv("DCMJS_DIMSE") != null, "DCMJS_DIMSE names no folder of the npm package dcmjs-dimse");
        return OutsideProgram.find("node");
    }

    private interface Attempt<T> {
        T run() throws Exception;
    }

    /** Says in the table that a peer is not installed here. */
    private <T> T attempt(Other other, Attempt<T> attempt) throws Exception {
        try {
            return attempt.run();
        } catch (TestAbortedException e) {
            System.err.println("SKIPPED: " + words(other) + ": " + e.getMessage());
            missing.add(other);
            throw e;
        }
    }

    private void note(Other other, Service service, String result) {
        cells.computeIfAbsent(other, unused -> new EnumMap<>(Service.class)).put(service, result);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
