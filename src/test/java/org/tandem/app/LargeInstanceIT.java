package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.net.AeTitle;
import org.tandem.net.Peer;

/** An object of more than 2 GiB from {@code tandem send} to {@code tandem serve}, each with 128 MiB of heap. */
class LargeInstanceIT {

    private static final String SMALL_HEAP = "-Xmx128m";

    /** The object, what the node keeps in reserve, and as much again for others. */
    private static final long SPACE_BYTES = LargeObject.PIXEL_BYTES + 2 * (256L << 20);

    private final Path folder;

    LargeInstanceIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anObjectOfMoreThanTwoGibibytesPassesThroughSmallHeaps() throws Exception {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < SPACE_BYTES) {
            System.err.println("SKIPPED: a large object needs " + SPACE_BYTES + " bytes of disk, free are " + free);
        }
        assumeTrue(free >= SPACE_BYTES, "too little disk for a large object");
        Path object = folder.resolve("large.dcm");
        LargeObject.write(object);
        Peer nobody = new Peer(new AeTitle("NOBODY"), "127.0.0.1", 1);
        Installation installation = Installation.with(folder.resolve("node"), nobody);

        try (ChildNode node = installation.start(List.of(SMALL_HEAP));
                ChildJvm sender = ChildJvm.start(
                        List.of(SMALL_HEAP), List.of("send", node.peer().toString(), object.toString()))) {
            int exit = sender.awaitExit(ChildNode.PATIENCE);
            assertThat(sender.lines()).anyMatch(line -> line.startsWith("1 of 1 objects stored in "));
            assertThat(exit).isZero();
            assertThat(Digests.ofDataSet(spooled(installation))).isEqualTo(Digests.ofDataSet(object));
            assertThat(node.get("/health")).contains("up");
            assertThat(node.log("ERROR")).isEmpty();
        }
    }

    private static Path spooled(Installation installation) throws IOException {
        try (Stream<Path> files = Files.walk(installation.spool())) {
            return files.filter(file -> file.endsWith(LargeObject.INSTANCE + ".dcm"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
