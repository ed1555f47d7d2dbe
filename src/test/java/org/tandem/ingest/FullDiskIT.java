package org.tandem.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.AeTitle;
import org.tandem.net.DimseStatus;
import org.tandem.net.OutsideProgram;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.StoreOutcome;

/** A spool on a disk of one mebibyte; needs the right to mount, else skipped, and said so. */
@SuppressWarnings("NullAway.Init")
final class FullDiskIT {

    private static final AeTitle TITLE = new AeTitle("TANDEM");

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

    @Test
    void aDiskThatIsFullInTheMiddleOfAnObjectFailsTheObjectNotTheAssociation() throws Exception {
        Path large = part10(SampleObject.of(1, 1).pixels(3_000_000, 1), "large.dcm");
        Path small = part10(SampleObject.of(1, 2).pixels(1000, 1), "small.dcm");
        IngestOptions options = IngestOptions.of(smallDisk().resolve("spool")).withReserveBytes(0);
        try (ReceivingNode node = ReceivingNode.in(folder, options);
                StorageScp scp = StorageScp.start(ScpOptions.of(TITLE, 0), node.receiver, node.receiver)) {
            String told = storescu(scp.port(), large, small);

            assertThat(told)
                    .contains(
                            "Refused: OutOfResources",
                            "Success"); // one association: dcmtk goes on with the next object
            assertThat(node.index.count()).isEqualTo(1);
            assertThat(node.files("incoming")).isEmpty();
        }
    }

    @Test
    void aboveTheWatermarkAssociationsAreRejectedForNowAndTakenAgainBelowIt() throws Exception {
        Path object = part10(SampleObject.of(1, 1).pixels(1000, 1), "object.dcm");
        Path disk = smallDisk();
        IngestOptions options = IngestOptions.of(disk.resolve("spool")).withReserveBytes(300_000);
        try (ReceivingNode node = ReceivingNode.in(folder, options);
                StorageScp scp = StorageScp.start(ScpOptions.of(TITLE, 0), node.receiver, node.receiver)) {
            assertThat(storescu(scp.port(), object)).contains("Success");

            Path others = Files.write(disk.resolve("others"), new byte[800_000]);
            assertThat(storescu(scp.port(), object)).contains("Rejected Transient", "Temporary Congestion");

            Files.delete(others);
            assertThat(storescu(scp.port(), object)).contains("Success");
        }
    }

    private Path part10(SampleObject object, String name) throws IOException {
        try (ReceivingNode elsewhere = ReceivingNode.in(folder.resolve("made-" + name))) {
            elsewhere.store(object);
            return Files.copy(elsewhere.files("instances").get(0), folder.resolve(name));
        }
    }

    /** What dcmtk's storescu prints; it fails where an object does. */
    private static String storescu(int port, Path... files) throws Exception {
        OutsideProgram storescu = OutsideProgram.find("storescu");
        List<String> command = new ArrayList<>(
                List.of(storescu.executable().toString(), "-v", "-nh", "-aec", TITLE.value(), "127.0.0.1", "" + port));
        for (Path file : files) {
            command.add(file.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return told;
    }
}
