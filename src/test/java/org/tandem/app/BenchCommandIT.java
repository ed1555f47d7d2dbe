package org.tandem.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** The benchmark runs; what it measures with so few images means nothing. */
final class BenchCommandIT {

    @Test
    void everyReceiverIsMeasuredWithEachNumberOfAssociations() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "bench",
                        "receive",
                        "--instances",
                        "4",
                        "--associations",
                        "1,2",
                        "--rounds",
                        "1",
                        "--warm-up",
                        "20");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("association")))
                .containsExactly("1 association", "2 associations");
        assertThat(out.toString().lines().filter(line -> line.contains("objects/s")))
                .filteredOn(line -> line.contains("Tandem (forced)") || line.contains("the disk alone"))
                .hasSize(4);
    }

    @Test
    void everyCodecThatIsInstalledIsMeasured() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();

        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("bench", "codec", "--frames", "1", "--rounds", "1");

        assertThat(err.toString()).isEmpty();
        assertThat(exit).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.contains("MiB/s") && line.contains("dcmtk"));
    }

    @Test
    void everyCodingOfASegmentationIsMeasured() {
        StringWriter out = new StringWriter();

        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("bench", "seg", "--rows", "64", "--slices", "20", "--segments", "3", "--rounds", "1");

        assertThat(exit).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("Tandem  ")))
                .hasSize(3)
                .allMatch(line -> line.contains("bytes"));
        assertThat(out.toString().lines().filter(line -> line.contains("highdicom")))
                .hasSize(3);
    }

    @Test
    void theMemoryOfANodeIsLookedAtAgainAndAgain() {
        StringWriter out = new StringWriter();

        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("bench", "memory", "--objects", "20", "--every", "10");

        assertThat(exit).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("live heap"));
    }

    @Test
    void aNetworkIsMeasuredAloneAndWithSeveralAtOnceAndAnswersAsPlainTensorFlowDoes() {
        StringWriter out = new StringWriter();

        int exit = Tandem.commandLine()
                .setOut(new PrintWriter(out, true))
                .execute("bench", "infer", "--model", "pneumonia-28", "--rounds", "1", "--seconds", "0.01");

        assertThat(exit).isZero();
        assertThat(out.toString())
                .contains("pneumonia-28/1.0.0, image [1, 28, 28, 1]", "objects in a call of at most 16");
        if (System.getenv("TANDEM_TF_PYTHON") == null) {
            System.err.println("SKIPPED: no TANDEM_TF_PYTHON, a Python that has TensorFlow");
        } else {
            assertThat(out.toString()).containsPattern("differ by at most (0\\.0e\\+00|\\d\\.\\de-0[6-9])");
            assertThat(out.toString()).contains("ratio, one", "ratio, at once");
        }
    }
}
