package org.tandem.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;

/**
 * Measures how fast multi-frame images are decoded: by Tandem in this process, on one thread, from file to stored
 * values; by dcmtk and GDCM as programs, from file to file. All have their turn in each round.
 */
final class CodecBenchmark {

    private static final double MIB = 1024 * 1024;

    private final Path folder;
    private final Path original;
    private final int rounds;

    /**
     * A way to compress, and the program of dcmtk that undoes it.
     *
     * @param compress program and options
     * @param dcmtk empty where dcmtk has none
     */
    record Coding(String name, List<String> compress, String dcmtk) {

        private static Coding of(String name, String compress, String dcmtk) {
            return new Coding(name, Arrays.asList(compress.split(" ")), dcmtk);
        }
    }

    static final List<Coding> CODINGS = List.of(
            Coding.of("RLE Lossless", "dcmcrle", "dcmdrle"),
            Coding.of("JPEG Lossless SV1", "dcmcjpeg +e1", "dcmdjpeg"),
            Coding.of("JPEG Extended 12 bit", "dcmcjpeg +ee", "dcmdjpeg"),
            Coding.of("JPEG-LS Lossless", "dcmcjpls +el", "dcmdjpls"),
            Coding.of("JPEG-LS Near-lossless", "dcmcjpls +en", "dcmdjpls"),
            Coding.of("JPEG 2000 Lossless", "gdcmconv --j2k", ""),
            Coding.of("JPEG 2000", "gdcmconv --j2k --lossy -r 10", ""));

    /** MiB of native pixels a second, median of the rounds; 0 where a program is not installed. */
    record Line(String name, double tandem, double dcmtk, double gdcm) {}

    /** Measures on a multi-frame image that is not compressed. */
    CodecBenchmark(Path folder, Path original, int rounds) {
        this.folder = folder;
        this.original = original;
        this.rounds = rounds;
    }

    /** Nothing if the program that compresses is not installed. */
    List<Line> measure(Coding coding) throws IOException, InterruptedException {
        if (BenchReceiver.program(coding.compress().get(0)).isEmpty()) {
            return List.of();
        }
        Path compressed = folder.resolve("compressed.dcm");
        run(coding.compress(), original, compressed);
        tandem(compressed); // compiles what is measured
        List<Double> ours = new ArrayList<>();
        List<Double> dcmtks = new ArrayList<>();
        List<Double> gdcms = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ours.add(speed(() -> tandem(compressed)));
            dcmtks.add(program(coding.dcmtk(), List.of(coding.dcmtk()), compressed));
            gdcms.add(program("gdcmconv", List.of("gdcmconv", "--raw"), compressed));
        }
        return List.of(new Line(
                coding.name(), BenchCommand.median(ours), BenchCommand.median(dcmtks), BenchCommand.median(gdcms)));
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private double speed(Work work) throws IOException, InterruptedException {
        long start = System.nanoTime();
        work.run();
        return Files.size(original) / MIB / ((System.nanoTime() - start) / 1e9);
    }

    private static void tandem(Path compressed) {
        FrameReader reader = FrameReader.of(DicomFileReader.read(compressed));
        for (int frame = 0; frame < reader.format().frames(); frame++) {
            reader.read(frame);
        }
    }

    private double program(String name, List<String> command, Path compressed)
            throws IOException, InterruptedException {
        return BenchReceiver.program(name).isEmpty()
                ? 0
                : speed(() -> run(command, compressed, folder.resolve("decoded.dcm")));
    }

    private static void run(List<String> command, Path from, Path to) throws IOException, InterruptedException {
        List<String> whole = Stream.concat(command.stream(), Stream.of(from.toString(), to.toString()))
                .toList();
        Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new TandemException(TandemException.Kind.RETRY, String.join(" ", whole) + " failed: " + said);
        }
    }
}
