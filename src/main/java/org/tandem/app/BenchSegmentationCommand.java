package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "seg",
        description =
                "Writes segmentations of a large CT, from masks in memory to a file, and prints seconds, bytes and"
                        + " memory beside highdicom, where a Python that has it is installed (TANDEM_PYTHON). Tandem's seconds"
                        + " hold the checks that every result goes through.",
        mixinStandardHelpOptions = true)
final class BenchSegmentationCommand implements Callable<Integer> {

    private static final double MIB = 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            defaultValue = "512",
            description = "Rows and columns of a slice (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--slices", defaultValue = "600", description = "Slices (default: ${DEFAULT-VALUE}).")
    private int slices;

    @Option(
            names = "--segments",
            defaultValue = "5",
            description = "Segments, each in four fifths of the slices (default: ${DEFAULT-VALUE}).")
    private int segments;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds; the median counts (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tandem-bench-");
        try {
            SegmentationBenchmark benchmark =
                    new SegmentationBenchmark(folder, BenchScan.of(rows, slices, segments), rounds);
            for (SegmentationBenchmark.Coding coding : SegmentationBenchmark.Coding.values()) {
                print(benchmark.measure(coding));
            }
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private void print(SegmentationBenchmark.Line line) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-9s Tandem    %s%n", line.coding().name().toLowerCase(Locale.ROOT), words(line.tandem()));
        line.highdicom()
                .ifPresentOrElse(
                        theirs -> out.printf(
                                Locale.ROOT,
                                "          highdicom %s  Tandem: %.1f times as fast, %.3f of the bytes%n",
                                words(theirs),
                                theirs.seconds() / line.tandem().seconds(),
                                (double) line.tandem().bytes() / theirs.bytes()),
                        () -> out.println("          highdicom not installed"));
        out.flush();
    }

    private static String words(SegmentationBenchmark.Took took) {
        return String.format(
                Locale.ROOT,
                "%8.3f s  %11d bytes  peak %6.0f MiB above its inputs",
                took.seconds(),
                took.bytes(),
                took.peakBytes() / MIB);
    }
}
