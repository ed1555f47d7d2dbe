package org.tandem.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.tandem.codec.FramePicture;
import org.tandem.codec.FrameReader;
import org.tandem.codec.NativePixels;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "pixels",
        description = "Decodes the pixels of a DICOM file, of whatever transfer syntax.",
        mixinStandardHelpOptions = true)
final class PixelsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Option(
            names = "--frame",
            paramLabel = "N",
            description = "Only this frame, the first being 1. Without it, --raw writes all, --png the first.")
    private @Nullable Integer frame;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private Outputs outputs;

    static final class Outputs {

        @Option(
                names = "--raw",
                paramLabel = "OUT",
                description = "The stored values as native pixel data: little endian, the samples of a pixel side by"
                        + " side, colours as they were coded.")
        private @Nullable Path raw;

        @Option(
                names = "--png",
                paramLabel = "OUT",
                description = "A picture, windowed and coloured as a display would.")
        private @Nullable Path png;
    }

    @Override
    public Integer call() throws IOException {
        DicomFile image = DicomFileReader.read(file);
        FrameReader frames = FrameReader.of(image);
        if (frame != null && (frame < 1 || frame > frames.format().frames())) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "--frame: got " + frame + ", expected 1 to "
                            + frames.format().frames());
        }
        if (outputs.raw != null) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(outputs.raw))) {
                NativePixels.write(frames, frame == null ? OptionalInt.empty() : OptionalInt.of(frame - 1), out);
            }
        }
        if (outputs.png != null) {
            ImageIO.write(FramePicture.of(image, frame == null ? 0 : frame - 1), "png", outputs.png.toFile());
        }
        spec.commandLine().getOut().println(described(frames));
        return 0;
    }

    private static String described(FrameReader frames) {
        return String.format(
                "%d frame(s) of %d x %d, %s, %d of %d bits, %s",
                frames.format().frames(),
                frames.format().columns(),
                frames.format().rows(),
                frames.photometric().term(),
                frames.format().bits().stored(),
                frames.format().bits().allocated(),
                frames.format().bits().signed() ? "signed" : "unsigned");
    }
}
