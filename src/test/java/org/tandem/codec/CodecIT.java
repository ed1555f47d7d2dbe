package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
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

    /** As some ultrasound devices do: the JPEG holds YCbCr, as its JFIF mark says, and the image says RGB. */
    @Test
    void aJpegIsBelievedAboutItsColours() throws Exception {
        Path original = folder.resolve("original.dcm");
        Path compressed = folder.resolve("jpeg.dcm");
        DicomFileWriter.write(original, SampleImage.of("RGB", 8, 8).file());
        OutsideProgram.find("dcmcjpeg").run("+eb", original, compressed);
        BufferedImage right = FramePicture.of(DicomFileReader.read(compressed), 0);
        assertThat(FrameReader.of(DicomFileReader.read(compressed)).photometric())
                .isEqualTo(PhotometricInterpretation.YBR_FULL);

        OutsideProgram.find("dcmodify").run("-nb", "-m", "(0028,0004)=RGB", compressed);

        BufferedImage stillRight = FramePicture.of(DicomFileReader.read(compressed), 0);
        for (int x = 0; x < right.getWidth(); x++) {
            assertThat(stillRight.getRGB(x, 14)).isEqualTo(right.getRGB(x, 14));
        }
        assertThat(colourDistance(right, FramePicture.of(DicomFileReader.read(original), 0)))
                .as("greatest difference of a channel, lossy compression and shared colours included")
                .isLessThan(60);
    }

    /** In the soft part, where neighbours are alike. */
    private static int colourDistance(BufferedImage one, BufferedImage other) {
        int greatest = 0;
        for (int x = 14; x < 22; x++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int difference = (one.getRGB(x, 14) >> shift & 0xFF) - (other.getRGB(x, 14) >> shift & 0xFF);
                greatest = Math.max(greatest, Math.abs(difference));
            }
        }
        return greatest;
    }
}
