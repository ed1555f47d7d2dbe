package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measures Tandem beside its peers.",
        subcommands = {BenchSegmentationCommand.class, BenchInferCommand.class},
        mixinStandardHelpOptions = true)
final class BenchCommand {

    private static final double MIB = 1024 * 1024;

    @Spec
    private CommandSpec spec;

    @Command(
            name = "receive",
            description = "Sends CT images to a node of Tandem, to Orthanc, to tandem receive and to dcmtk's storescp"
                    + " --fork, as far as these are installed, each in a process of its own on this machine, and prints"
                    + " objects per second and their ratios. All get what Tandem's own sender sends; dcmtk's receiver and a node"
                    + " of Tandem also what dcmtk's storescu sends. A node of Tandem and"
                    + " Orthanc force every object to the disk before they answer, the others do not. The last line is"
                    + " the disk alone: as many threads that write and force the same files, without any network.",
            mixinStandardHelpOptions = true)
    int receive(
            @Option(
                            names = "--instances",
                            defaultValue = "500",
                            description = "CT images a run, 512 x 512 of 16 bit (default: ${DEFAULT-VALUE}).")
                    int instances,
            @Option(
                            names = "--associations",
                            defaultValue = "1,8",
                            split = ",",
                            description = "Associations at once, one run for each number (default: ${DEFAULT-VALUE}).")
                    List<Integer> associations,
            @Option(
                            names = "--rounds",
                            defaultValue = "3",
                            description = "Rounds; every receiver has its turn in each, the median counts"
                                    + " (default: ${DEFAULT-VALUE}).")
                    int rounds,
            @Option(
                            names = "--warm-up",
                            defaultValue = "6000",
                            description = "Small images before the runs, so that every receiver is warm"
                                    + " (default: ${DEFAULT-VALUE}).")
                    int warmUp)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tandem-bench-");
        try {
            List<BenchReceiver> receivers = BenchReceiver.installed();
            Progress progress = new Progress(
                    spec.commandLine().getErr(), "measuring", (long) rounds * receivers.size() * associations.size());
            ReceiveBenchmark benchmark =
                    new ReceiveBenchmark(folder, new ReceiveBenchmark.Load(instances, warmUp), associations);
            List<ReceiveBenchmark.Run> runs = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                for (BenchReceiver receiver : receivers) {
                    runs.addAll(benchmark.measure(receiver, progress::step));
                }
                runs.addAll(benchmark.measureDisk());
            }
            associations.forEach(count -> print(
                    count,
                    runs.stream().filter(run -> run.associations() == count).toList()));
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    @Command(
            name = "codec",
            description = "Decodes multi-frame images of every compression that dcmtk and GDCM write here, and prints"
                    + " MiB of native pixels per second beside these two. Tandem decodes on one thread, from file to"
                    + " stored values; the others are programs that also start and write a file.",
            mixinStandardHelpOptions = true)
    int codec(
            @Option(
                            names = "--frames",
                            defaultValue = "50",
                            description = "Frames of an image, 512 x 512 of 16 bit (default: ${DEFAULT-VALUE}).")
                    int frames,
            @Option(
                            names = "--rounds",
                            defaultValue = "5",
                            description = "Rounds; the median counts (default: ${DEFAULT-VALUE}).")
                    int rounds)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tandem-bench-");
        try {
            CodecBenchmark benchmark =
                    new CodecBenchmark(folder, BenchImages.writeFrames(folder.resolve("ct.dcm"), frames), rounds);
            PrintWriter out = spec.commandLine().getOut();
            for (CodecBenchmark.Coding coding : CodecBenchmark.CODINGS) {
                benchmark.measure(coding).forEach(line -> print(out, line));
                out.flush();
            }
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    @Command(
            name = "memory",
            description = "Sends many small images to one node of Tandem, and prints after every so many what its"
                    + " process holds.",
            mixinStandardHelpOptions = true)
    int memory(
            @Option(
                            names = "--objects",
                            defaultValue = "50000",
                            description = "Images in all (default: ${DEFAULT-VALUE}).")
                    int objects,
            @Option(
                            names = "--every",
                            defaultValue = "5000",
                            description = "Images between two looks (default: ${DEFAULT-VALUE}).")
                    int every)
            throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tandem-bench-");
        PrintWriter out = spec.commandLine().getOut();
        try (BenchReceiver.Running node = BenchReceiver.TANDEM.start(folder)) {
            MemoryBenchmark benchmark = new MemoryBenchmark(folder, node);
            for (int done = every; done <= objects; done += every) {
                MemoryBenchmark.Look look = benchmark.send(every);
                out.printf(
                        Locale.ROOT,
                        "%7d objects  %6.0f objects/s  live heap %s  resident %s%n",
                        done,
                        look.objectsPerSecond(),
                        mebibytes(look.liveBytes()),
                        mebibytes(look.residentBytes()));
                out.flush();
            }
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private static String mebibytes(OptionalLong bytes) {
        return bytes.isEmpty() ? "unknown" : String.format(Locale.ROOT, "%.1f MiB", bytes.getAsLong() / MIB);
    }

    private static void print(PrintWriter out, CodecBenchmark.Line line) {
        out.printf(
                Locale.ROOT,
                "%-24s %7.1f MiB/s  dcmtk %7.1f%s  GDCM %7.1f%s%n",
                line.name(),
                line.tandem(),
                line.dcmtk(),
                ratio(line.tandem(), line.dcmtk()),
                line.gdcm(),
                ratio(line.tandem(), line.gdcm()));
    }

    private static String ratio(double ours, double theirs) {
        return theirs == 0 ? " (none)" : String.format(Locale.ROOT, " (Tandem: %.2f times)", ours / theirs);
    }

    /** A line for each that was measured; the node of Tandem is the first, and what the others are compared with. */
    private void print(int associations, List<ReceiveBenchmark.Run> runs) {
        Map<String, List<Double>> speeds = runs.stream()
                .collect(Collectors.groupingBy(
                        ReceiveBenchmark.Run::name,
                        LinkedHashMap::new,
                        Collectors.mapping(ReceiveBenchmark.Run::objectsPerSecond, Collectors.toList())));
        double ours = median(speeds.values().iterator().next());
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%d association%s%n", associations, associations == 1 ? "" : "s");
        speeds.forEach((name, of) -> out.printf(
                Locale.ROOT,
                "  %-24s %7.1f objects/s  (%s)  Tandem: %.2f times as many%n",
                name,
                median(of),
                of.stream()
                        .map(speed -> String.format(Locale.ROOT, "%.1f", speed))
                        .collect(Collectors.joining(", ")),
                ours / median(of)));
        out.flush();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return IntStream.of((sorted.size() - 1) / 2, sorted.size() / 2)
                .mapToDouble(sorted::get)
                .average()
                .orElseThrow();
    }
}
