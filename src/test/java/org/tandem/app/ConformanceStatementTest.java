package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The conformance statement says what the program does. */
final class ConformanceStatementTest {

    static List<String> names() {
        return List.copyOf(ConformanceTables.of(ConfigurationReader.defaults()).keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void theDocumentSaysWhatTheProgramDoes(String name) throws Exception {
        Configuration shipped = ConfigurationReader.read(Path.of("conf", "tandem.yaml"));

        GeneratedSections.hold(name, ConformanceTables.of(shipped).get(name));
    }

    @Test
    void theCommandPrintsTheRunningConfiguration() {
        StringWriter out = new StringWriter();

        int exit = Tandem.commandLine().setOut(new PrintWriter(out, true)).execute("conformance");

        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Verification").contains("| associations at once | 64 |");
    }
}
