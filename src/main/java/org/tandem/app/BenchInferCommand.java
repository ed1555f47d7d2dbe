package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensorflow.TensorFlowRuntime;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "infer",
        description = "Calls the networks of models, one object at a time and several at once, and prints objects per"
                + " second, how full calls were, and how long a caller waited, beside TensorFlow's own Python runtime on the"
                + " same SavedModel and the same tensors, where a Python that has it is named.",
        mixinStandardHelpOptions = true)
final class BenchInferCommand implements Callable<Integer> {

    private static final int DEFAULT_AT_ONCE = 16;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", description = "name, or name/version (default: all).")
    private Optional<String> reference = Optional.empty();

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--seconds",
            defaultValue = "1",
            description = "Length of a turn, of which each round has one for each (default: ${DEFAULT-VALUE}).")
    private double seconds;

    @Option(
            names = "--at-once",
            description = "Objects that are asked about at once (default: as the manifest says, else 16).")
    private Optional<Integer> atOnce = Optional.empty();

    @Option(
            names = "--budget-s",
            defaultValue = "120",
            description =
                    "Seconds for a model; one that is too slow for it is measured with fewer objects at once, and in"
                            + " fewer rounds (default: ${DEFAULT-VALUE}).")
    private int budgetSeconds;

    @Option(
            names = "--threads",
            description = "Threads that either may use (default: as many as there are processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--python",
            defaultValue = "${env:TANDEM_TF_PYTHON}",
            description = "Python that has TensorFlow (default: $TANDEM_TF_PYTHON; without it Tandem stands alone).")
    private @Nullable String python;

    @Option(
            names = "--models",
            defaultValue = "${env:TANDEM_HOME:-.}/models",
            description = "Folder of models (default: ${DEFAULT-VALUE}).")
    private Path models;

    @Override
    public Integer call() throws IOException, InterruptedException {
        TensorFlowRuntime.useThreads(threads);
        for (Model model : chosen()) {
            Path folder = Files.createTempDirectory("tandem-bench-");
            try {
                measure(model, folder);
            } finally {
                Folders.delete(folder);
            }
        }
        return 0;
    }

    private List<Model> chosen() {
        ModelStore store = new ModelStore(models);
        return reference.isPresent()
                ? List.of(store.require(reference.get()))
                : store.list().stream()
                        .filter(ModelStore.Entry.Usable.class::isInstance)
                        .map(entry -> ((ModelStore.Entry.Usable) entry).model())
                        .toList();
    }

    private void measure(Model model, Path folder) throws IOException, InterruptedException {
        try (InferenceBenchmark benchmark =
                InferenceBenchmark.open(model, one -> plan(model, one), inputs -> plain(model, inputs, folder))) {
            heading(model, benchmark);
            print(benchmark.measure(), benchmark.atOnce());
        }
    }

    private BenchPlan plan(Model model, Duration one) {
        int several = atOnce.orElseGet(() ->
                model.manifest().batching().map(batching -> batching.maxBatch()).orElse(DEFAULT_AT_ONCE));
        BenchPlan asked = BenchPlan.of(rounds, seconds, several);
        BenchPlan plan = asked.within(Duration.ofSeconds(budgetSeconds), one);
        plan.instead(asked, one).ifPresent(words -> out().printf("%s: %s%n", model.name(), words));
        return plan;
    }

    private Optional<PlainTensorFlow> plain(Model model, Map<String, Tensor> inputs, Path folder) throws IOException {
        Path script = Path.of(System.getenv().getOrDefault("TANDEM_HOME", "."), "etc", "judges", "inference_speed.py");
        if (python == null || python.isBlank() || !Files.exists(script)) {
            return Optional.empty();
        }
        PlainTensorFlow.Setup setup = new PlainTensorFlow.Setup(python, script, threads);
        return Optional.of(PlainTensorFlow.start(setup, model.savedModel(), inputs, folder));
    }

    private void heading(Model model, InferenceBenchmark benchmark) throws IOException {
        String inputs = benchmark.inputs().entrySet().stream()
                .map(input -> input.getKey() + " " + input.getValue().shape())
                .collect(Collectors.joining(", "));
        String beside = benchmark
                .difference()
                .map(most -> String.format(Locale.ROOT, "the answers of both differ by at most %.1e", most))
                .orElse("no Python with TensorFlow is named, so that there is nothing beside Tandem");
        out().printf("%s, %s, %d threads; %s%n", model.name(), inputs, threads, beside);
        out().printf("  %-14s %-24s %10s %10s %10s%n", "", "", "objects/s", "median ms", "95 % ms");
        if (!benchmark.takesSeveral()) {
            out().println("  its signature takes one object in a call");
        }
        out().flush();
    }

    private void print(InferenceBenchmark.Measured measured, int several) {
        measured.turns().keySet().forEach(way -> line(task(way, several), way.who, numbers(measured.all(way))));
        ratio(measured, "ratio, one", InferenceBenchmark.Way.TANDEM_ONE, InferenceBenchmark.Way.PLAIN_ONE);
        ratio(measured, "ratio, at once", InferenceBenchmark.Way.TANDEM_SEVERAL, InferenceBenchmark.Way.PLAIN_ONE);
        ratio(measured, "ratio, at once", InferenceBenchmark.Way.TANDEM_SEVERAL, InferenceBenchmark.Way.PLAIN_SEVERAL);
        if (measured.fill().calls() > 0) {
            out().printf(
                            Locale.ROOT,
                            "  %d calls at once, %.1f objects in a call of at most %d%n",
                            measured.fill().calls(),
                            measured.fill().mean(),
                            measured.fill().maxBatch());
        }
        out().flush();
    }

    private static String task(InferenceBenchmark.Way way, int several) {
        return way.isOne() ? way.task : several + " " + way.task;
    }

    private static double[] numbers(Timings timings) {
        return new double[] {timings.objectsPerSecond(), timings.medianMs(), timings.percentile95Ms()};
    }

    /** Of objects per second (the median of the rounds) above 1, and of times below 1, Tandem is the faster one. */
    private void ratio(
            InferenceBenchmark.Measured measured,
            String what,
            InferenceBenchmark.Way ours,
            InferenceBenchmark.Way theirs) {
        if (measured.turns().containsKey(ours) && measured.turns().containsKey(theirs)) {
            Timings tandem = measured.all(ours);
            Timings plain = measured.all(theirs);
            double[] ratios = {
                measured.ratio(ours, theirs),
                tandem.medianMs() / plain.medianMs(),
                tandem.percentile95Ms() / plain.percentile95Ms()
            };
            line(what, "to " + theirs.who + (theirs.isOne() ? ", one by one" : ""), ratios);
        }
    }

    private void line(String task, String who, double[] numbers) {
        out().printf(
                        Locale.ROOT,
                        "  %-14s %-24s %10.2f %10.3f %10.3f%n",
                        task,
                        who,
                        numbers[0],
                        numbers[1],
                        numbers[2]);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
