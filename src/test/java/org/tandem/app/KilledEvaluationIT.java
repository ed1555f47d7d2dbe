package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation whose JVM is killed in its midst, and which goes on. */
final class KilledEvaluationIT {

    private static final int PICTURES = 1500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    @Test
    void whoeverIsKilledGoesOnAndReportsTheSameAsOneThatWasNot() throws Exception {
        writePictures();
        Path killed = folder.resolve("killed");
        Path journal = killed.resolve("cases-picture-1.0.0.jsonl");
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx512m"), arguments(killed))) {
            Deadline.in(PATIENCE).await("some cases are done", () -> lines(journal) > 100);
            child.kill();
        }
        long done = lines(journal);
        assertThat(done).as("killed in the midst").isLessThan(PICTURES);

        finish(killed);
        finish(folder.resolve("whole"));

        assertThat(lines(journal)).as("each case once, below the head").isEqualTo(PICTURES + 1);
        for (String report : List.of("report.json", "report.html")) {
            assertThat(killed.resolve(report))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(report));
        }
    }

    /** In the process of the test, which starts no other Java. */
    private void finish(Path out) {
        StringWriter said = new StringWriter();
        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments(out).toArray(String[]::new));
        assertThat(exit).as(said.toString()).isZero();
    }

    private List<String> arguments(Path out) {
        return List.of(
                "evaluate",
                "picture",
                folder.resolve("set").toString(),
                "--labels",
                folder.resolve("set/labels.txt").toString(),
                "--models",
                Path.of("src", "test", "resources", "models").toString(),
                "--out",
                out.toString());
    }

    private static long lines(Path journal) throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(journal)) {
            return lines.count();
        }
    }

    /** Of 256 × 256 pixels, in a hundred greys; the brighter ones are called so. */
    private void writePictures() throws IOException {
        Path set = Files.createDirectories(folder.resolve("set"));
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < PICTURES; i++) {
            int grey = i * 37 % 100 + 50;
            Path file = set.resolve(i + ".png");
            Path same = set.resolve((i - 100) + ".png");
            if (Files.exists(same)) {
                Files.copy(same, file);
            } else {
                ImageIO.write(picture(grey), "png", file.toFile());
            }
            labels.append(i + ".png ").append(grey + i % 7 > 100 ? 1 : 0).append('\n');
        }
        Files.writeString(set.resolve("labels.txt"), labels.toString());
    }

    private static BufferedImage picture(int grey) {
        BufferedImage picture = new BufferedImage(256, 256, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256 * 256; i++) {
            picture.getRaster().setSample(i % 256, i / 256, 0, grey);
        }
        return picture;
    }
}
