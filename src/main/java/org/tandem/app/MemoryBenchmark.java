package org.tandem.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Sends many objects to one node of Tandem and looks, after every so many, at what its process holds: what is live on
 * the heap once garbage was collected, and what the system has given it.
 */
final class MemoryBenchmark {

    private static final int ROWS = 64;
    private static final int ASSOCIATIONS = 4;
    private static final Path PROCESSES = Path.of("/proc");
    private static final long KIB = 1024;

    private final Path folder;
    private final BenchReceiver.Running node;

    MemoryBenchmark(Path folder, BenchReceiver.Running node) {
        this.folder = folder;
        this.node = node;
    }

    /**
     * One look.
     *
     * @param liveBytes on the heap after a full collection; empty where the Java that runs this has no jcmd
     * @param residentBytes of the process; empty where the system has no /proc
     */
    record Look(double objectsPerSecond, OptionalLong liveBytes, OptionalLong residentBytes) {}

    /** Sends so many small images that nobody has sent before, and looks. */
    Look send(int images) throws IOException, InterruptedException {
        Path batch = folder.resolve("batch");
        List<Path> files = BenchImages.write(batch, images, ROWS);
        long start = System.nanoTime();
        BenchSender.TANDEM.send(node.peer(), ASSOCIATIONS, files);
        double seconds = (System.nanoTime() - start) / 1e9;
        Folders.delete(batch);
        return new Look(images / seconds, live(), resident());
    }

    /** The last line of a histogram of classes, which a full collection comes before: "Total instances bytes". */
    private OptionalLong live() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return OptionalLong.empty();
        }
        Process process = new ProcessBuilder(
                        jcmd.toString(), Long.toString(node.process().pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n");
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        String[] total = lines[lines.length - 1].strip().split("\\s+");
        return ended && total[0].equals("Total") ? OptionalLong.of(Long.parseLong(total[2])) : OptionalLong.empty();
    }

    private OptionalLong resident() throws IOException {
        Path status = PROCESSES.resolve(Long.toString(node.process().pid())).resolve("status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                        .findFirst()
                : OptionalLong.empty();
    }
}
