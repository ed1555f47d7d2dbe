package org.tandem.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that nobody here wrote and that judges what was written here; the test is skipped where it is absent. */
public record Judge(String program) {

    /** By convention of GNU Automake: the judge itself says that it cannot judge here. */
    private static final int SKIPPED = 77;

    /** What a run printed, on both streams, and its exit code. */
    public record Verdict(int exitCode, String output) {}

    /** A Python with pydicom and highdicom: the one that TANDEM_PYTHON names, or python3. */
    public static Judge python() {
        return new Judge(System.getenv().getOrDefault("TANDEM_PYTHON", "python3"));
    }

    public Verdict run(String... arguments) throws IOException, InterruptedException {
        boolean installed = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
        skipUnless(installed, program + " is not installed");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(program + " ends").isTrue();
        skipUnless(process.exitValue() != SKIPPED, output.strip());
        return new Verdict(process.exitValue(), output);
    }

    private static void skipUnless(boolean holds, String why) {
        if (!holds) {
            System.err.println("SKIPPED a check by an outside judge: " + why);
        }
        assumeTrue(holds, why);
    }
}
