package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.AeTitle;
import org.tandem.net.OutsideProgram;
import org.tandem.net.Peer;
import org.tandem.result.read.ReportReader;
import org.tandem.work.JobState;

/** A whole node between dcmtk's programs: echoscu and storescu before it, storescp behind it as the PACS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DcmtkNodeIT {

    private static final Path SPHERE = Path.of("test-dicom", "ct-sphere");

    /** What the model finds in the head of test-dicom: what is bright. */
    private static final double BRIGHT_MM3 = 4_448_840;

    /** A program that writes a syntax, with which option, and the option with which storescu proposes it. */
    private record Encoding(String maker, String option, String proposal) {}

    private static final List<Encoding> LOSSLESS = List.of(
            new Encoding("dcmconv", "+ti", "-xi"),
            new Encoding("dcmconv", "+te", "-xe"),
            new Encoding("dcmconv", "+tb", "-xb"),
            new Encoding("dcmconv", "+td", "-xd"),
            new Encoding("dcmcrle", "--quiet", "-xr"));

    private final Closing closing = new Closing();
    private final Path folder;
    private final Path pacs;
    private final Installation installation;
    private final int pacsPort = OutsideProgram.freePort();
    private Node node;
    private int nextSlice;

    DcmtkNodeIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pacs = Files.createDirectory(folder.resolve("pacs"));
        Peer storescp = new Peer(new AeTitle("STORESCP"), "127.0.0.1", pacsPort);
        this.installation = Installation.with(folder.resolve("node"), storescp, TestRules.quickHeads(folder));
    }

    @BeforeAll
    void start() throws IOException {
        closing.add("storescp", OutsideProgram.find("storescp").serve(pacsPort, "+xa", "+B", "-od", pacs, pacsPort));
        node = closing.add("node", installation.startHere());
    }

    @AfterAll
    void stop() {
        closing.close();
    }

    @Test
    void echoscuIsAnswered() throws Exception {
        assertThat(OutsideProgram.find("echoscu").run("-v", "-aec", "TANDEM", "127.0.0.1", node.dicomPort()))
                .contains("Received Echo Response (Success)");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "dcmconv,  +ti,            -xi, 1.2.840.10008.1.2",
        "dcmconv,  +te,            -xe, 1.2.840.10008.1.2.1",
        "dcmconv,  +td,            -xd, 1.2.840.10008.1.2.1.99",
        "dcmconv,  +tb,            -xb, 1.2.840.10008.1.2.2",
        "dcmcjpeg, +eb,            -xy, 1.2.840.10008.1.2.4.50",
        "dcmcjpeg, +ee,            -xx, 1.2.840.10008.1.2.4.51",
        "dcmcjpeg, +e1,            -xs, 1.2.840.10008.1.2.4.70",
        "dcmcjpls, +el,            -xt, 1.2.840.10008.1.2.4.80",
        "dcmcjpls, +en,            -xu, 1.2.840.10008.1.2.4.81",
        "gdcmconv, --j2k,          -xv, 1.2.840.10008.1.2.4.90",
        "gdcmconv, --j2k --lossy,  -xw, 1.2.840.10008.1.2.4.91",
        "dcmcrle,  --quiet,        -xr, 1.2.840.10008.1.2.5",
    })
    void whatStorescuSendsIsKeptInItsSyntax(String maker, String options, String proposal, String syntax)
            throws Exception {
        Path sent = folder.resolve("sent" + nextSlice + ".dcm");
        Path made = folder.resolve("made" + nextSlice + ".dcm");
        convert(maker, options, TestImages.in(SPHERE).get(nextSlice), made);
        convert("dcmconv", "--quiet", made, sent); // written by dcmtk, which then has nothing to change on the way
        nextSlice++;

        storescu(proposal, sent);

        Path kept = spooled(sent);
        assertThat(syntax(sent)).isEqualTo(syntax);
        assertThat(syntax(kept)).isEqualTo(syntax);
        if (proposal.equals("-xd")) {
            assertThat(Digests.ofInflatedDataSet(kept)).isEqualTo(Digests.ofInflatedDataSet(sent));
        } else {
            assertThat(Digests.ofDataSet(kept)).isEqualTo(Digests.ofDataSet(sent));
        }
    }

    /** Slices in turn in five syntaxes that lose nothing: what the model finds does not depend on them. */
    @Test
    void aHeadInFiveSyntaxesComesBackToStorescpAsSegmentationAndReport() throws Exception {
        List<Path> slices = TestImages.brain();
        for (int i = 0; i < slices.size(); i++) {
            Encoding encoding = LOSSLESS.get(i % LOSSLESS.size());
            Path share = Files.createDirectories(folder.resolve("head" + encoding.proposal()));
            convert(encoding.maker(), encoding.option(), slices.get(i), share.resolve(i + ".dcm"));
        }
        for (Encoding encoding : LOSSLESS) {
            storescu("+sd", encoding.proposal(), folder.resolve("head" + encoding.proposal()));
        }
        Deadline.in(ChildNode.PATIENCE).await("storescp has both results", () -> delivered(2));

        assertThat(node.work().ledger().countsByState()).containsExactly(Map.entry(JobState.DONE, 1L));
        Map<Uid, Path> bySopClass = new HashMap<>();
        files(pacs).forEach(file -> bySopClass.put(sopClass(file), file));
        assertThat(bySopClass)
                .containsOnlyKeys(SopClasses.SEGMENTATION_STORAGE, SopClasses.COMPREHENSIVE_3D_SR_STORAGE);
        DicomFile report = DicomFileReader.read(bySopClass.get(SopClasses.COMPREHENSIVE_3D_SR_STORAGE));
        assertThat(ReportReader.read(report.dataSet()).volumesMm3())
                .singleElement(InstanceOfAssertFactories.DOUBLE)
                .isCloseTo(BRIGHT_MM3, within(BRIGHT_MM3 / 1000));
        assertThat(syntax(bySopClass.get(SopClasses.SEGMENTATION_STORAGE)))
                .isEqualTo(
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid().value());
        Set<String> made = digests(installation.data().resolve("results"));
        // beside them wait those that it would get if it took no segmentations
        assertThat(digests(pacs)).isSubsetOf(made).hasSize(2);
    }

    private boolean delivered(int results) throws IOException {
        return files(pacs).size() == results
                && node.work().ledger().unfinishedDeliveries().isEmpty();
    }

    private void storescu(Object... arguments) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>(List.of("-R", "-aec", Installation.TITLE));
        all.addAll(List.of(arguments));
        all.addAll(all.size() - 1, List.of("127.0.0.1", node.dicomPort()));
        OutsideProgram.find("storescu").run(all.toArray());
    }

    private static void convert(String maker, String options, Path from, Path to) throws Exception {
        List<Object> arguments = new ArrayList<>(List.of(options.split(" ")));
        arguments.addAll(List.of(from, to));
        OutsideProgram.find(maker).run(arguments.toArray());
    }

    private Path spooled(Path sent) throws IOException {
        return files(installation.spool().resolve("instances")).stream()
                .filter(file -> file.endsWith(TestImages.uid(sent) + ".dcm"))
                .findFirst()
                .orElseThrow();
    }

    private static Uid sopClass(Path file) {
        return DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SOP_CLASS_UID);
    }

    private static String syntax(Path file) {
        return DicomFileReader.readHeader(file).syntax().uid().value();
    }

    private static Set<String> digests(Path folder) throws IOException {
        Set<String> digests = new HashSet<>();
        for (Path file : files(folder)) {
            digests.add(
                    DicomFileReader.readHeader(file).syntax().deflated()
                            ? Digests.ofInflatedDataSet(file)
                            : Digests.ofDataSet(file));
        }
        return digests;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile).toList();
        }
    }
}
