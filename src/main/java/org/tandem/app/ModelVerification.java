package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.Networks;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.inference.tensorflow.TensorFlowRuntime;
import org.tandem.model.Model;
import org.tandem.verify.Footprint;
import org.tandem.verify.GoldenCase;
import org.tandem.verify.Trial;

/** What {@code tandem models verify} does with a model, a line for each thing that it looks at. */
final class ModelVerification {

    private final Model model;
    private final GoldenCase golden;
    private final PrintWriter out;
    private boolean good = true;

    ModelVerification(Model model, PrintWriter out) {
        this.model = model;
        this.golden = GoldenCase.beside(model.folder());
        this.out = out;
    }

    /** Looks at everything, on every device; answers whether all of it is as it should be. */
    boolean run(int runs) {
        if (fits()) {
            line("engine", TensorFlowNetwork.description());
            tryOn(TensorFlowNetwork::load, runs);
            if (!TensorFlowRuntime.gpuMemory().isEmpty()) {
                line("GPU memory", String.join(", ", TensorFlowRuntime.gpuMemory()));
                line("engine", "the same, on the CPU");
                tryOn(TensorFlowNetwork::loadOnCpu, runs);
            }
        }
        return good;
    }

    /** From now on what the model says is the expected answer, to these images if there are any. */
    void writeGolden(List<Path> images) throws IOException {
        if (!images.isEmpty()) {
            golden.take(new GoldenExams(model.manifest()).chosen("--image " + images, DicomPaths.files(images)));
        }
        if (!golden.hasInput()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    golden.folder() + ": got no image to ask the model about, expected one by --image PATH");
        }
        try (Trial trial = Trial.of(model, TensorFlowNetwork::load)) {
            golden.expect(trial.ask(GoldenExams.of(model, golden)).numbers());
        }
        line("golden case", "written to " + golden.folder());
    }

    private boolean fits() {
        report("files", model.differences(), "as published");
        int members = model.manifest().ensemble().map(it -> it.members().size()).orElse(1);
        report(
                "signature",
                new NetworkCheck(model).differences(),
                members == 1 ? "as the manifest says" : "as the manifest says, of all " + members + " members");
        return good;
    }

    private void tryOn(Networks networks, int runs) {
        try (Trial trial = Trial.of(model, networks)) {
            line("loaded in", seconds(trial.loading()));
            List<Exam> exams = GoldenExams.of(model, golden);
            Trial.Answered first = trial.ask(exams);
            if (golden.exists()) {
                report("golden case", golden.differences(first.numbers()), numbers(first) + " as expected");
            } else {
                line("golden case", "none (--write-golden makes one); " + numbers(first) + " of a made-up image");
            }
            line("first run", seconds(first.took()));
            List<Duration> times = trial.times(exams, runs);
            line(
                    "then",
                    seconds(times.get(times.size() / 2)) + ", median of " + runs + " (" + seconds(times.get(0)) + " to "
                            + seconds(times.get(times.size() - 1)) + ")");
        }
        line("memory", Footprint.now());
    }

    private static String numbers(Trial.Answered answered) {
        int count = answered.numbers().stream().mapToInt(Map::size).sum();
        return count == 1 ? "1 number" : count + " numbers";
    }

    /** A line for each difference, or the one that says that there is none. */
    private void report(String what, List<String> differences, String none) {
        good &= differences.isEmpty();
        (differences.isEmpty() ? List.of(none) : differences).forEach(words -> line(what, words));
    }

    private void line(String what, Object value) {
        out.printf("%-14s %s%n", what, value);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f s", time.toNanos() / 1e9);
    }
}
