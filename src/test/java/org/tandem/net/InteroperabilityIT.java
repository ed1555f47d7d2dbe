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
import org.tandem.app.OrthancPacs;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetReader;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;
import org.tandem.net.pdu.ProposedContext;

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
    private final Map<InteroperabilitySyntax, Path> files = new LinkedHashMap<>();
    private final RecordingHandler handler = new RecordingHandler();
    private final StorageScp scp = StorageScp.start(ScpOptions.of(US, 0), handler);

    @TempDir
    private static Path folder;

    @BeforeAll
    void makeFiles() throws Exception {
        for (InteroperabilitySyntax syntax : InteroperabilitySyntax.values()) {
            boolean askedFor = syntax == InteroperabilitySyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            files.put(syntax, syntax.make(IMAGE, askedFor ? ASKED_FOR : OTHERS, folder));
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
                sending(Other.DCMTK, 13, this::dcmtk),
                sending(Other.PYNETDICOM, 13, () -> script(OutsideProgram.python("pynetdicom"), "interoperability.py")),
                sending(Other.GDCM, 0, this::gdcm),
                sending(Other.DCMJS_DIMSE, 10, () -> script(node(), "interoperability.cjs")));
    }

    @TestFactory
    Stream<DynamicTest> weSendToPeersAndAskThem() {
        return Stream.of(
                DynamicTest.dynamicTest("dcmtk", this::dcmtkServes),
                DynamicTest.dynamicTest("orthanc", this::orthancServesAndSends),
                serving(Other.PYNETDICOM, () -> OutsideProgram.python("pynetdicom"), "interoperability.py"),
                serving(Other.DCMJS_DIMSE, InteroperabilityIT::node, "interoperability.cjs"));
    }

    /** Sends what it can, and answers what it printed of C-ECHO. */
    @FunctionalInterface
    private interface Sender {
        String send() throws Exception;
    }

    private DynamicTest sending(Other other, int least, Sender sender) {
        return DynamicTest.dynamicTest(words(other), () -> {
            handler.stored.clear();
            String printed = attempt(other, sender::send);
            note(other, Service.ECHO_TO_TANDEM, printed.startsWith("gdcmscu") ? printed : "pass");
            came(other, least);
        });
    }

    /** Counts what came since the handler was cleared. */
    private void came(Other other, int least) {
        long same = files.keySet().stream().filter(this::cameAsItWas).count();
        long rewritten = files.keySet().stream().filter(this::cameRewritten).count();
        note(
                other,
                Service.STORE_TO_TANDEM,
                same + " of " + files.size() + " syntaxes"
                        + (rewritten == 0 ? "" : ", " + rewritten + " rewritten by the peer"));
        assertThat(same + rewritten).as("transfer syntaxes").isGreaterThanOrEqualTo(least);
    }

    private DynamicTest serving(Other other, Attempt<OutsideProgram> interpreter, String script) {
        return DynamicTest.dynamicTest(words(other), () -> {
            int port = OutsideProgram.freePort();
            Path in = Files.createDirectory(folder.resolve("archive-" + other));
            OutsideProgram program = attempt(other, interpreter);
            try (OutsideProgram.Running running = program.serve(port, resource(script), "scp", port, scp.port(), in)) {
                takes(other, archive(port));
                ask(other, archive(port));
                assertThat(running.process().isAlive()).isTrue();
            }
        });
    }

    private static Peer archive(int port) {
        return new Peer(new AeTitle("ARCHIVE"), "127.0.0.1", port);
    }

    /** dcmqrscp takes one compressed syntax a start, storescp all those of its configuration. */
    private void dcmtkServes() throws Exception {
        int port = OutsideProgram.freePort();
        int storePort = OutsideProgram.freePort();
        Path in = Files.createDirectory(folder.resolve("dcmtk"));
        try (OutsideProgram.Running archive =
                        attempt(Other.DCMTK, () -> OutsideArchive.DCMQRSCP.start(in, port, scp.port()));
                OutsideProgram.Running store = OutsideProgram.find("storescp")
                        .serve(storePort, "-xf", takingAll(in), "All", "-od", in, storePort)) {
            takes(Other.DCMTK, archive(storePort));
            try (StorageScu scu = StorageScu.open(archive(port), ScuOptions.of(US), ProposedContexts.of(askedFor()))) {
                assertThat(scu.store(askedFor().get(0)).stored()).isTrue();
            }
            ask(Other.DCMTK, archive(port));
            assertThat(archive.process().isAlive()).isTrue();
            assertThat(store.process().isAlive()).isTrue();
        }
    }

    private static Path takingAll(Path folder) throws IOException {
        InteroperabilitySyntax[] syntaxes = InteroperabilitySyntax.values();
        List<String> lines = new ArrayList<>(List.of("[[TransferSyntaxes]]", "[All]"));
        for (int i = 0; i < syntaxes.length; i++) {
            lines.add("TransferSyntax" + (i + 1) + " = " + syntaxes[i].uid());
        }
        lines.addAll(List.of("[[PresentationContexts]]", "[All]"));
        lines.add("PresentationContext1 = " + SopClasses.CT_IMAGE_STORAGE + "\\All");
        lines.add("PresentationContext2 = " + SopClasses.VERIFICATION + "\\All");
        lines.addAll(List.of("[[Profiles]]", "[All]", "PresentationContexts = All"));
        return Files.write(folder.resolve("storescp.cfg"), lines);
    }

    private List<Path> askedFor() {
        return List.of(files.get(InteroperabilitySyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private void orthancServesAndSends() throws Exception {
        try (OrthancPacs orthanc = attempt(Other.ORTHANC, () -> OrthancPacs.start(folder.resolve("orthanc")))) {
            orthanc.addModality("tandem", new Peer(US, "127.0.0.1", scp.port()));
            takes(Other.ORTHANC, orthanc.peer());
            ask(Other.ORTHANC, orthanc.peer());
            orthanc.post("/modalities/tandem/echo", "{}");
            note(Other.ORTHANC, Service.ECHO_TO_TANDEM, "pass");
            handler.stored.clear();
            orthanc.post("/modalities/tandem/store", orthanc.get("/instances").toString());
            came(Other.ORTHANC, files.size());
        }
    }

    private void takes(Other other, Peer peer) {
        try (StorageScu scu = StorageScu.open(peer, ScuOptions.of(US), List.of(ProposedContext.VERIFICATION))) {
            assertThat(scu.echo().stored()).isTrue();
        }
        note(other, Service.ECHO_TO_PEER, "pass");
        int stored = storeAll(peer);
        note(other, Service.STORE_TO_PEER, stored + " of " + files.size() + " syntaxes");
        assertThat(stored).isEqualTo(files.size());
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
        Uid instance = InteroperabilitySyntax.EXPLICIT_VR_LITTLE_ENDIAN.instance();
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
    private boolean cameAsItWas(InteroperabilitySyntax syntax) {
        byte[] bytes = handler.stored.get(syntax.instance());
        if (bytes == null
                || !handler.requests.get(syntax.instance()).syntax().uid().equals(syntax.uid())) {
            return false;
        }
        DataSet came = DataSetReader.read(bytes, TransferSyntaxes.of(syntax.uid()));
        DataSet was = DicomFileReader.read(files.get(syntax)).dataSet();
        return Arrays.deepEquals(pixels(came), pixels(was));
    }

    /** Whether an instance came in another transfer syntax with the same pixels, but for the rounding of lossy ones. */
    private boolean cameRewritten(InteroperabilitySyntax syntax) {
        byte[] bytes = handler.stored.get(syntax.instance());
        TransferSyntax now =
                bytes == null ? null : handler.requests.get(syntax.instance()).syntax();
        if (now == null || now.uid().equals(syntax.uid())) {
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

    /** storescu has no option for JPEG lossless but SV1; dcmsend, which has none at all, sends each as it is. */
    private String dcmtk() throws Exception {
        OutsideProgram.find("echoscu").run("-aec", "TANDEM", "127.0.0.1", scp.port());
        OutsideProgram storescu = OutsideProgram.find("storescu");
        for (Map.Entry<InteroperabilitySyntax, Path> file : files.entrySet()) {
            String option = file.getKey().storescu();
            if (option.isEmpty()) {
                OutsideProgram.find("dcmsend").run("-dn", "-aec", "TANDEM", "127.0.0.1", scp.port(), file.getValue());
            } else {
                storescu.run("-aec", "TANDEM", option, "127.0.0.1", scp.port(), file.getValue());
            }
        }
        return "";
    }

    /** GDCM connects and ends itself before it says a word, to dcmtk's storescp too; so do 3.0.24 to 3.2.6 of PyPI. */
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
