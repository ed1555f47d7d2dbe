package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.DicomFileReader;

/** Committed images that dcmtk compressed come out with the very cells that it decompressed them to. */
final class CodecFixturesTest {

    private static final Path FOLDER = Path.of("test-dicom", "codec");

    static Stream<List<String>> expectations() throws Exception {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void cellsAreTheJudges(List<String> expectation) throws Exception {
        FrameReader frames = FrameReader.of(DicomFileReader.read(FOLDER.resolve(expectation.get(0))));
        byte[] cells = Samples.bytes(frames.cells(0), frames.format().bits().allocated());

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(cells);

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(expectation.get(1));
    }
}
