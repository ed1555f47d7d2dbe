package org.tandem.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Searches for inputs that a target does not survive, guided by coverage, each target in a process of its own: for
 * {@code -Dfuzz.seconds} each, 1 if nothing is said. What is found is left in {@code target/fuzz}; the table of what
 * was done in {@code target/fuzz.md}.
 */
final class FuzzIT {

    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 0);
    private static final int SHORT_SECONDS = 20;
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

    static List<FuzzTarget> targets() {
        return SECONDS > 0 ? List.of(FuzzTarget.values()) : List.of();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("targets")
    void nothingIsFound(FuzzTarget target) throws Exception {
        search(target.name(), "-Dfuzz.target=" + target, FuzzCorpus.folder(target), SECONDS);
    }

    @Test
    void nothingIsFoundInAShortSearchOfAll(@TempDir Path seeds) throws Exception {
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path file : FuzzCorpus.files(target)) {
                ByteArrayOutputStream input = new ByteArrayOutputStream();
                input.write(target.ordinal());
                input.writeBytes(Files.readAllBytes(file));
                Files.write(seeds.resolve(target + "-" + file.getFileName()), input.toByteArray());
            }
        }
        search("ALL", "-Dfuzz.target=", seeds, SHORT_SECONDS);
    }

    private void search(String name, String property, Path seeds, int seconds) throws Exception {
        Path log = FOLDER.resolve(name + ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command(name, property, seeds, seconds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(START_SECONDS + 2L * seconds, TimeUnit.SECONDS))
                    .as(name + " ends, see " + log)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        long took = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        int findings = process.exitValue() == 0 ? 0 : 1;
        Files.writeString(
                TABLE,
                String.format(Locale.ROOT, "| %s | %d | %d | %d |%n", name, executions(said), took, findings),
                StandardOpenOption.APPEND);
        assertThat(findings).as(said).isZero();
    }

    private List<String> command(String name, String property, Path seeds, int seconds) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Djava.awt.headless=true",
                property,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzDriver.class.getName(),
                "--instrumentation_includes=org.tandem.**",
                // our own sessions over loopback are no forgery
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + FOLDER + "/" + name + "-",
                "-max_total_time=" + seconds,
                "-timeout=30",
                "-max_len=8192",
                "-print_final_stats=1",
                found.toString(),
                seeds.toString());
    }

    private static long executions(String said) {
        Matcher matcher = EXECUTIONS.matcher(said);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
