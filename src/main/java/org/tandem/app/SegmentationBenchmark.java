package org.tandem.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.TransferSyntax;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.Production;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.Encoding;
import org.tandem.result.seg.SegmentationOptions;

/**
 * Measures how long it takes from masks in memory to a segmentation in a file: by Tandem in this process, with the
 * checks that every result goes through; by highdicom in a process of its own, on the same masks and headers.
 */
final class SegmentationBenchmark {

    private static final ModelIdentity MODEL =
            new ModelIdentity("bench", "1", "Benchmark of segmentations", "research");

    private final Path folder;
    private final BenchScan scan;
    private final int rounds;

    /** A way to write a segmentation, by the name that etc/judges/segmentation_speed.py knows it by. */
    enum Coding {
        BINARY(Encoding.BINARY, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
        DEFLATED(Encoding.BINARY, TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN),
        LABELMAP(Encoding.LABEL_MAP, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        private final Encoding encoding;

        @SuppressWarnings("ImmutableEnumChecker") // a record
        private final TransferSyntax syntax;

        Coding(Encoding encoding, TransferSyntax syntax) {
            this.encoding = encoding;
            this.syntax = syntax;
        }
    }

    /**
     * What it took.
     *
     * @param seconds median of the rounds
     * @param peakBytes most memory above what the inputs take
     */
    record Took(double seconds, long bytes, long peakBytes) {}

    /** One coding, measured; highdicom only where it is installed. */
    record Line(Coding coding, Took tandem, Optional<Took> highdicom) {}

    /** Writes into a folder. */
    SegmentationBenchmark(Path folder, BenchScan scan, int rounds) throws IOException {
        this.folder = folder;
        this.scan = scan;
        this.rounds = rounds;
        scan.write(folder);
    }

    Line measure(Coding coding) throws IOException, InterruptedException {
        return new Line(coding, tandem(coding), highdicom(coding));
    }

    private Took tandem(Coding coding) throws IOException {
        Path file = folder.resolve("tandem.dcm");
        write(coding, file); // compiles what is measured
        System.gc();
        long before = heap(false);
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            long start = System.nanoTime();
            write(coding, file);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        return new Took(BenchCommand.median(seconds), Files.size(file), heap(true) - before);
    }

    private void write(Coding coding, Path file) throws IOException {
        ResultInput input = new ResultInput(
                scan.series(),
                MODEL,
                List.of(new SegmentationFindings(scan.segments(), List.of())),
                new Production(Node.device("tandem bench"), ZonedDateTime.now(ZoneOffset.UTC)));
        ResultPlan plan =
                new ResultPlan(EnumSet.of(ResultKind.SEGMENTATION), new SegmentationOptions(coding.encoding, false));
        ResultObject object = ResultBuilder.build(input, plan).get(0);
        DicomFileWriter.write(file, DicomFile.of(object.dataSet(), coding.syntax));
    }

    /** Bytes of the heap in use, or the most since the last time that the least was asked for. */
    private static long heap(boolean most) {
        long bytes = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                bytes += most ? pool.getPeakUsage().getUsed() : pool.getUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return bytes;
    }

    private Optional<Took> highdicom(Coding coding) throws IOException, InterruptedException {
        Path script =
                Path.of(System.getenv().getOrDefault("TANDEM_HOME", "."), "etc", "judges", "segmentation_speed.py");
        String python = System.getenv().getOrDefault("TANDEM_PYTHON", "python3");
        if (!Files.exists(script)
                || (!Files.isExecutable(Path.of(python))
                        && BenchReceiver.program(python).isEmpty())) {
            return Optional.empty();
        }
        Process process = new ProcessBuilder(
                        python,
                        script.toString(),
                        folder.toString(),
                        coding.name().toLowerCase(Locale.ROOT),
                        Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(parsed(said.strip())) : Optional.empty();
    }

    private static Took parsed(String line) {
        String[] numbers = line.split("\t", -1);
        return new Took(Double.parseDouble(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
    }
}
