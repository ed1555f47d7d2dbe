package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import picocli.CommandLine;

/** Pixels as bytes and as pictures, from the command line. */
final class PixelsCommandTest {

    private static final String SLICE = "test-dicom/ct-sphere/IM0020.dcm";
    private static final String FRAMES = "test-dicom/mr-enhanced/enhanced.dcm";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void rawPixelsOfAnUncompressedFileAreThoseOfTheFile() throws Exception {
        Path raw = folder.resolve("all.raw");

        assertThat(pixels(SLICE, "--raw", raw.toString())).isZero();

        assertThat(Files.readAllBytes(raw))
                .isEqualTo(DicomFileReader.read(Path.of(SLICE)).dataSet().bytes(Tag.PIXEL_DATA));
        assertThat(out.toString()).contains("1 frame(s) of 64 x 64, MONOCHROME2");
    }

    @Test
    void oneFrameOfMany() throws Exception {
        Path all = folder.resolve("all.raw");
        Path third = folder.resolve("third.raw");

        assertThat(pixels(FRAMES, "--raw", all.toString())).isZero();
        assertThat(pixels(FRAMES, "--raw", third.toString(), "--frame", "3")).isZero();

        byte[] one = Files.readAllBytes(third);
        byte[] ofAll = new byte[one.length];
        ByteBuffer.wrap(Files.readAllBytes(all)).get(2 * one.length, ofAll);
        assertThat(one).hasSize(46 * 55 * 2).isEqualTo(ofAll);
    }

    @Test
    void aPictureShowsTheBallBrightInTheDark() throws Exception {
        Path png = folder.resolve("ball.png");
        Path raw = folder.resolve("ball.raw");

        assertThat(pixels(SLICE, "--png", png.toString(), "--raw", raw.toString()))
                .isZero();

        BufferedImage picture = ImageIO.read(png.toFile());
        ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(picture.getRaster().getSample(0, 0, 0)).isLessThan(64);
        assertThat(picture.getRaster().getSample(32, 32, 0)).isGreaterThan(192);
        assertThat(values.getShort(2 * (32 * 64 + 32))).isGreaterThan(values.getShort(0));
    }

    @Test
    void whatIsNotThereIsSaidInOneLine() {
        assertThat(pixels(FRAMES, "--raw", folder.resolve("x").toString(), "--frame", "47"))
                .isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("tandem: --frame: got 47, expected 1 to 46");
        assertThat(folder.resolve("x")).doesNotExist();
        assertThat(pixels(SLICE)).as("neither --raw nor --png").isEqualTo(2);
    }

    private int pixels(String... arguments) {
        CommandLine commandLine =
                Tandem.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        String[] all = new String[arguments.length + 1];
        all[0] = "pixels";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }
}
