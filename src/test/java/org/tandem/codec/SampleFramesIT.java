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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Samples;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.net.OutsideProgram;

/**
 * Compressed images that devices and other people's programs made: pydicom's, and those in the folders that
 * TANDEM_SAMPLES names. Each is decoded as dcmtk and GDCM decode it, or as one of them where the other refuses.
 */
final class SampleFramesIT {

    /** And the beginnings of the transfer syntaxes that each of them decodes, behind the root of the standard's. */
    private static final Map<String, List<String>> JUDGES = Map.of(
            "dcmdrle", List.of("5"),
            "dcmdjpls", List.of("4.8"),
            "dcmdjpeg +cn", List.of("4.5", "4.6", "4.70"),
            "gdcmconv --raw", List.of(""));

    private static final String ROOT = "1.2.840.10008.1.2.";
    private static final List<String> LOSSY = List.of("4.50", "4.51", "4.81", "4.91", "4.203");

    /** GDCM 3.0.21 mixes up the bytes of colours of more than 8 bits in RLE; dcmtk has what we have. */
    private static final List<String> GDCM_IS_WRONG = List.of("SC_rgb_rle_16bit.dcm", "SC_rgb_rle_32bit.dcm");

    @TempDir
    private Path folder;

    @Test
    void compressedSamplesAreDecodedAsOthersDoIt() throws Exception {
        Map<String, Integer> compared = new TreeMap<>();
        List<String> different = new ArrayList<>();
        for (Path path : Samples.ofOthers()) {
            Optional<String> syntax = compressedIn(path);
            if (syntax.isPresent()) {
                for (String judge : JUDGES.keySet()) {
                    if (canJudge(judge, path, syntax.get()) && judged(judge, path)) {
                        compared.merge(judge, 1, Integer::sum);
                        difference(path).ifPresent(text -> different.add(path + ", " + judge + ": " + text));
                    }
                }
            }
        }
        System.out.println("Compressed samples compared: " + compared);
        assertThat(different).isEmpty();
        assertThat(compared).containsKeys("dcmdrle", "dcmdjpls", "dcmdjpeg +cn", "gdcmconv --raw");
    }

    /** The transfer syntax of an image that is compressed. */
    private static Optional<String> compressedIn(Path path) {
        try {
            DicomFile header = DicomFileReader.readHeader(path);
            return Optional.of(header.syntax().uid().value())
                    .filter(uid ->
                            header.syntax().encapsulated() && header.dataSet().contains(Tag.ROWS));
        } catch (TandemException e) {
            return Optional.empty(); // one of the broken ones
        }
    }

    private static boolean canJudge(String judge, Path path, String syntax) {
        boolean wrong = judge.startsWith("gdcmconv") && GDCM_IS_WRONG.stream().anyMatch(path::endsWith);
        return !wrong
                && JUDGES.getOrDefault(judge, List.of()).stream().anyMatch(known -> syntax.startsWith(ROOT + known));
    }

    private boolean judged(String judge, Path path) throws IOException, InterruptedException {
        Files.deleteIfExists(other());
        List<Object> words = new ArrayList<>(List.of(judge.split(" ")));
        String program = words.remove(0).toString();
        words.add(path);
        words.add(other());
        return OutsideProgram.find(program).tryRun(words.toArray())
                && Files.exists(other())
                && !DicomFileReader.readHeader(other()).syntax().encapsulated();
    }

    private Path other() {
        return folder.resolve("judged.dcm");
    }

    private Optional<String> difference(Path path) {
        DicomFile file;
        try {
            file = DicomFileReader.read(path);
        } catch (TandemException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        try {
            int worst = FrameComparison.worst(file, other());
            int allowed = LOSSY.stream().anyMatch(file.syntax().uid().value()::endsWith) ? 1 : 0;
            return worst <= allowed ? Optional.empty() : Optional.of("± " + worst);
        } catch (TandemException | AssertionError e) {
            return Optional.of(e.toString());
        }
    }
}
