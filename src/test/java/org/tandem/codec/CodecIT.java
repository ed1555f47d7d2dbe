package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFileReader;
import org.tandem.net.OutsideProgram;

/** What dcmtk compressed has the pixels that it was made from. */
final class CodecIT {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"colin27-t1/IM0045.dcm", "mr-enhanced/enhanced.dcm", "ct-sphere/IM0020.dcm"})
    void runLengthsOfDcmtk(String name) throws Exception {
        Path original = Path.of("test-dicom", name);
        Path compressed = folder.resolve("rle.dcm");
        OutsideProgram.find("dcmcrle").run(original, compressed);

        FrameReader expected = FrameReader.of(DicomFileReader.read(original));
        FrameReader read = FrameReader.of(DicomFileReader.read(compressed));

        assertThat(read.format()).isEqualTo(expected.format());
        for (int frame = 0; frame < read.format().frames(); frame++) {
            assertThat(read.read(frame)).isEqualTo(expected.read(frame));
        }
    }
}
