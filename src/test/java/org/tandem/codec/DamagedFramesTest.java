package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Value;

/** Whatever becomes of the bytes of a frame, it is decoded or refused, and no memory is claimed but the frame's own. */
final class DamagedFramesTest {

    private static final int ROUNDS = 400;

    static Stream<Path> files() throws Exception {
        return Files.list(Path.of("test-dicom", "codec"))
                .filter(file -> file.toString().endsWith(".dcm"));
    }

    private static byte[] frame(DicomFile file) throws Exception {
        Value pixels = file.dataSet().element(Tag.PIXEL_DATA).orElseThrow().value();
        return FrameFragments.of((Value.Fragments) pixels, 1).bytes(0);
    }

    private static void decodeOrRefuse(DicomFile file, byte[] frame) {
        PixelFormat format = FrameReader.of(file).format();
        Throwable thrown = catchThrowable(() -> Decoders.of(file.syntax()).cells(frame, format));
        if (thrown != null) {
            assertThat(thrown).isInstanceOfSatisfying(TandemException.class, e -> assertThat(e.kind())
                    .isEqualTo(TandemException.Kind.REFUSE));
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void bytesThatChanged(Path path) throws Exception {
        DicomFile file = DicomFileReader.read(path);
        byte[] sound = frame(file);
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = sound.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            decodeOrRefuse(file, damaged);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void framesCutAnywhere(Path path) throws Exception {
        DicomFile file = DicomFileReader.read(path);
        byte[] sound = frame(file);
        for (int length = 0; length < sound.length; length++) {
            decodeOrRefuse(file, Arrays.copyOf(sound, length));
        }
    }
}
