package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.app.GeneratedSections;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.net.OutsideProgram;

/**
 * Every transfer syntax × kind of pixels × judge: what an outside program compressed is decoded here as the judge
 * decodes it, and, where nothing was lost, as it was. Holds the table of {@code docs/conformance.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CodecTableIT {

    private static final List<SampleImage> GREY = List.of(
            SampleImage.of("MONOCHROME2", 8, 8),
            SampleImage.of("MONOCHROME1", 8, 8),
            SampleImage.of("PALETTE COLOR", 8, 8),
            SampleImage.of("MONOCHROME2", 16, 10),
            SampleImage.of("MONOCHROME2", 16, 12),
            SampleImage.of("MONOCHROME2", 16, 12).signed(),
            SampleImage.of("MONOCHROME2", 16, 16),
            SampleImage.of("MONOCHROME2", 16, 16).signed());
    private static final List<SampleImage> COLOUR =
            List.of(SampleImage.of("RGB", 8, 8), SampleImage.of("YBR_FULL", 8, 8));
    private static final List<SampleImage> NATIVE_ONLY = List.of(
            SampleImage.of("MONOCHROME2", 1, 1),
            SampleImage.of("MONOCHROME2", 16, 12).withHighBit(15),
            SampleImage.of("MONOCHROME2", 32, 32),
            SampleImage.of("MONOCHROME2", 32, 32).signed());
    private static final List<SampleImage> EIGHT_BITS = Stream.of(GREY, COLOUR)
            .flatMap(List::stream)
            .filter(image -> image.layout().allocated() == 8)
            .toList();
    private static final List<SampleImage> TWELVE_BITS = List.of(SampleImage.of("MONOCHROME2", 16, 12));
    private static final List<SampleImage> CODED =
            Stream.of(GREY, COLOUR).flatMap(List::stream).toList();
    private static final List<SampleImage> SIXTEEN_BITS =
            CODED.stream().filter(image -> image.layout().stored() == 16).toList();
    private static final List<SampleImage> TO_12_BITS =
            CODED.stream().filter(image -> !SIXTEEN_BITS.contains(image)).toList();
    private static final List<SampleImage> ALL =
            Stream.of(CODED, NATIVE_ONLY).flatMap(List::stream).toList();

    /** Both toolkits may round the inverse transform of a lossy codec another way. */
    private static final int LOSSY_TOLERANCE = 1;

    private static final List<String> GDCM = List.of("gdcmconv --raw");
    private static final List<String> HTJ2K = List.of("htj2k.py openjph", "htj2k.py openjpeg");
    private static final List<String> DCMDJPEG = List.of("dcmdjpeg +cn", "gdcmconv --raw");
    private static final List<String> DCMDJPLS = List.of("dcmdjpls", "gdcmconv --raw");

    /** How images become compressed, and who else decompresses them. */
    private record Coding(
            String syntax, String compress, boolean lossless, List<SampleImage> images, List<String> judges) {

        /** Python's judges may be missing where the programs of Debian are there. */
        String section() {
            return compress.contains(".py") ? "codecs-htj2k" : "codecs";
        }
    }

    private static final List<Coding> CODINGS = List.of(
            new Coding("Implicit VR Little Endian", "dcmconv +ti", true, ALL, List.of("dcmconv +te")),
            new Coding("Explicit VR Big Endian", "dcmconv +tb", true, ALL, List.of("dcmconv +te")),
            new Coding("Deflated Explicit VR Little Endian", "dcmconv +td", true, ALL, List.of("dcmconv +te")),
            new Coding("RLE Lossless", "dcmcrle", true, CODED, List.of("dcmdrle", "gdcmconv --raw")),
            new Coding("RLE Lossless", "gdcmconv --rle", true, GREY, List.of("dcmdrle")),
            new Coding("JPEG Baseline", "dcmcjpeg +eb", false, EIGHT_BITS, DCMDJPEG),
            new Coding("JPEG Baseline, 4:4:4", "dcmcjpeg +eb +s4", false, COLOUR, DCMDJPEG),
            new Coding("JPEG Baseline", "gdcmconv --jpeg --lossy -q 80", false, EIGHT_BITS, DCMDJPEG),
            new Coding("JPEG Extended", "dcmcjpeg +ee", false, EIGHT_BITS, DCMDJPEG),
            new Coding("JPEG Extended, 12 bit", "dcmcjpeg +ee", false, TWELVE_BITS, DCMDJPEG),
            new Coding("JPEG Lossless SV1", "dcmcjpeg +e1", true, CODED, DCMDJPEG),
            new Coding("JPEG Lossless SV1", "gdcmconv --jpeg", true, CODED, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 2", "dcmcjpeg +el +sv 2", true, CODED, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 3", "dcmcjpeg +el +sv 3", true, GREY, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 4", "dcmcjpeg +el +sv 4", true, GREY, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 5", "dcmcjpeg +el +sv 5", true, GREY, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 6", "dcmcjpeg +el +sv 6", true, CODED, DCMDJPEG),
            new Coding("JPEG Lossless, predictor 7", "dcmcjpeg +el +sv 7", true, GREY, DCMDJPEG),
            new Coding("JPEG-LS Lossless", "dcmcjpls +el", true, CODED, DCMDJPLS),
            // GDCM 3.0.21 gives out the planes as if they were pixels
            new Coding("JPEG-LS Lossless, by plane", "dcmcjpls +el +in", true, COLOUR, List.of("dcmdjpls")),
            new Coding("JPEG-LS Lossless, by sample", "dcmcjpls +el +is", true, COLOUR, DCMDJPLS),
            new Coding("JPEG-LS Lossless", "gdcmconv --jpegls", true, CODED, DCMDJPLS),
            new Coding("JPEG-LS Near-lossless", "dcmcjpls +en +md 3", false, CODED, DCMDJPLS),
            new Coding("JPEG 2000 Lossless", "gdcmconv --j2k", true, CODED, GDCM),
            new Coding("JPEG 2000", "gdcmconv --j2k --lossy -r 6", false, CODED, GDCM),
            new Coding("HTJ2K Lossless", "htj2k.py compress 201", true, CODED, HTJ2K),
            new Coding("HTJ2K Lossless RPCL", "htj2k.py compress 202", true, CODED, HTJ2K),
            // OpenJPH 0.26 as imagecodecs calls it lets lossy values of 8 bits run over
            // lossy, OpenJPH lets values run over their type, and OpenJPEG's 2/K is off by 3 in 100,000
            new Coding("HTJ2K", "htj2k.py compress 203", false, TO_12_BITS, List.of("htj2k.py openjpeg")),
            new Coding("HTJ2K", "htj2k.py compress 203", false, SIXTEEN_BITS, List.of("htj2k.py openjph")));

    /** By the section of the document. */
    private final Map<String, List<String>> rows = new TreeMap<>();

    private OutsideProgram.@Nullable Asked htj2k;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> whatOthersCompressedIsDecodedAsTheyDo() {
        return CODINGS.stream().flatMap(coding -> coding.images().stream()
                .map(image -> DynamicTest.dynamicTest(name(coding, image), () -> compressAndCompare(coding, image))));
    }

    private static String name(Coding coding, SampleImage image) {
        return String.join(
                " | ", coding.syntax() + " (" + program(coding.compress()) + ")", image.photometric(), image.bits());
    }

    private void compressAndCompare(Coding coding, SampleImage image) throws Exception {
        String name = name(coding, image);
        Path original = folder.resolve("original.dcm");
        DicomFileWriter.write(original, image.file());
        Optional<Path> compressed = run(coding.compress(), original, folder.resolve("compressed.dcm"));
        if (compressed.isEmpty()) {
            tell(coding, name, "–", "not compressed by this program");
            return;
        }
        DicomFile file = DicomFileReader.read(compressed.get());
        if (coding.lossless()) {
            assertThat(FrameComparison.worst(file, original)).as(name).isZero();
        }
        for (String judge : coding.judges()) {
            Optional<Path> judged = run(judge, compressed.get(), folder.resolve("judged.dcm"));
            if (judged.isEmpty()) {
                assertThat(coding.lossless())
                        .as(judge + " reads what cannot be compared else")
                        .isTrue();
                tell(coding, name, judge, "as the original; not read by this judge");
            } else {
                int worst = FrameComparison.worst(file, judged.get());
                assertThat(worst).as(name + ", " + judge).isLessThanOrEqualTo(coding.lossless() ? 0 : LOSSY_TOLERANCE);
                tell(coding, name, judge, worst == 0 ? "exact" : "± " + worst);
            }
        }
    }

    private void tell(Coding coding, String name, String judge, String result) {
        rows.computeIfAbsent(coding.section(), section -> new ArrayList<>())
                .add(String.join(" | ", "| " + name, judge, result + " |"));
    }

    /** What the program made of a file; nothing if it refuses. */
    private Optional<Path> run(String command, Path from, Path to) throws IOException, InterruptedException {
        List<Object> words = new ArrayList<>(List.of(command.split(" ")));
        words.add(from);
        words.add(to);
        Files.deleteIfExists(to);
        boolean done = command.contains(".py")
                ? python(words)
                : OutsideProgram.find(program(command))
                        .tryRun(words.subList(1, words.size()).toArray());
        return done && Files.exists(to) ? Optional.of(to) : Optional.empty();
    }

    /** By one process for all, because Python takes longer to load its codecs than to use them. */
    private boolean python(List<Object> words) throws IOException, InterruptedException {
        Path script = Path.of("src", "test", "resources", "org", "tandem", "codec", "htj2k.py");
        if (htj2k == null) {
            htj2k = OutsideProgram.python("imagecodecs").ask(script);
        }
        String question =
                words.subList(1, words.size()).stream().map(Object::toString).collect(Collectors.joining("\t"));
        return htj2k.ask(question).equals("done");
    }

    private static String program(String command) {
        return command.split(" ")[0];
    }

    @AfterAll
    void holdTables() throws IOException {
        if (htj2k != null) {
            htj2k.close();
        }
        for (Map.Entry<String, List<String>> section : rows.entrySet()) {
            long codings = CODINGS.stream()
                    .filter(coding -> coding.section().equals(section.getKey()))
                    .count();
            if (section.getValue().size() >= codings) { // not where a judge is missing
                List<String> table = new ArrayList<>(List.of(
                        "| transfer syntax (made by) | photometric | bits | judge | result |",
                        "|---|---|---|---|---|"));
                table.addAll(section.getValue());
                GeneratedSections.hold(section.getKey(), table);
            }
        }
    }
}
