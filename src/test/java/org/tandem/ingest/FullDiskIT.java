package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.DimseStatus;
import org.tandem.net.StoreOutcome;

/** A spool on a disk of one mebibyte; needs the right to mount, else skipped, and said so. */
@SuppressWarnings("NullAway.Init")
final class FullDiskIT {

    @TempDir
    Path folder;

    private boolean mounted;

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    private Path smallDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        try {
            mounted = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString());
        } catch (IOException e) {
            mounted = false;
        }
        if (!mounted) {
            System.out.println("SKIPPED: no right to mount a small disk, a full disk is not tested");
        }
        assumeTrue(mounted, "needs the right to mount");
        return disk;
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        if (mounted) {
            run("umount", folder.resolve("disk").toString());
        }
    }

    @Test
    void aFullDiskIsAnsweredAndWhatWasStoredStays() throws IOException, InterruptedException {
        IngestOptions options = IngestOptions.of(smallDisk().resolve("spool")).withReserveBytes(0);
        try (ReceivingNode node = ReceivingNode.in(folder, options)) {
            int stored = 0;
            StoreOutcome outcome = node.store(SampleObject.of(1, stored).pixels(100_000, 1));
            while (outcome.equals(StoreOutcome.SUCCESS)) {
                stored++;
                outcome = node.store(SampleObject.of(1, stored).pixels(100_000, 1));
            }

            assertThat(outcome.status()).isEqualTo(DimseStatus.OUT_OF_RESOURCES);
            assertThat(stored).isBetween(5, 10);
            assertThat(node.index.count()).isEqualTo(stored);
            assertThat(node.files("instances")).hasSize(stored);
            assertThat(node.files("incoming")).isEmpty();

            Files.delete(node.files("instances").get(0)); // the operator makes room
            assertThat(node.store(SampleObject.of(1, stored).pixels(1000, 1))).isEqualTo(StoreOutcome.SUCCESS);
        }
    }
}
