package org.tandem.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Searches for inputs that a target does not survive, guided by coverage, each target in a process of its own: for
 * {@code -Dfuzz.seconds} each, 1 if nothing is said. What is found is left in {@code target/fuzz}; the table of what
 * was done in {@code target/fuzz.md}.
 */
final class FuzzIT {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 1);
    private static final int START_SECONDS = 120;
    private static final Path FOLDER = Path.of("target", "fuzz");
    private static final Path TABLE = Path.of("target", "fuzz.md");
    private static final Pattern EXECUTIONS = Pattern.compile("stat::number_of_executed_units: (\\d+)");

    @TempDir
    private Path found;

    @BeforeAll
    static void beginTable() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(TABLE, "| target | executions | seconds | findings |\n|---|---|---|---|\n");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFound(FuzzTarget target) throws Exception {
        Path log = FOLDER.resolve(target + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(target))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(START_SECONDS + 2L * SECONDS, TimeUnit.SECONDS))
                    .as(target + " ends, see " + log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        int findings = process.exitValue() == 0 ? 0 : 1;
        Files.writeString(
                TABLE,
                String.format(Locale.ROOT, "| %s | %d | %d | %d |%n", target, executions(said), seconds, findings),
                StandardOpenOption.APPEND);
        assertThat(findings).as(said).isZero();
    }

    private List<String> command(FuzzTarget target) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                "-Dfuzz.target=" + target,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzDriver.class.getName(),
                "--instrumentation_includes=org.tandem.**",
                // our own sessions over loopback are no forgery
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/" + target + "-",
                "-max_total_time=" + SECONDS,
                "-timeout=30",
                "-max_len=8192",
                "-print_final_stats=1",
                found.toString(),
                FuzzCorpus.folder(target).toString());
    }

    private static long executions(String said) {
        Matcher matcher = EXECUTIONS.matcher(said);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
