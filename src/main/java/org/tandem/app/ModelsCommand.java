package org.tandem.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tandem.inference.ModelCache;
import org.tandem.inference.Prediction;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.model.Output;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "models", description = "Says which models there are, and tries them.", mixinStandardHelpOptions = true)
final class ModelsCommand {

    /** A volume that any model for volumes should stomach: so many voxels of 4 mm each way. */
    private static final int TRIAL_VOXELS = 48;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--models",
            defaultValue = "${env:TANDEM_HOME:-.}/models",
            scope = picocli.CommandLine.ScopeType.INHERIT,
            description = "Folder of models (default: ${DEFAULT-VALUE}).")
    private Path folder;

    @Command(name = "list", description = "A line for each version of each model.", mixinStandardHelpOptions = true)
    int list() {
        List<ModelStore.Entry> entries = new ModelStore(folder).list();
        for (ModelStore.Entry entry : entries) {
            if (entry instanceof ModelStore.Entry.Usable usable) {
                Manifest manifest = usable.model().manifest();
                out().printf("%-30s %s (%s)%n", manifest.name(), manifest.title(), manifest.intendedUse());
            } else {
                out().printf("%-30s broken: %s%n", entry.folder(), ((ModelStore.Entry.Broken) entry).reason());
            }
        }
        return entries.stream().allMatch(ModelStore.Entry.Usable.class::isInstance) ? 0 : 1;
    }

    @Command(name = "show", description = "What the manifest of a model says.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "MODEL", description = "name, or name/version.") String reference) {
        Model model = new ModelStore(folder).require(reference);
        Manifest manifest = model.manifest();
        line("model", manifest.name());
        line("title", manifest.title());
        line("intended use", manifest.intendedUse());
        line("accepts", manifest.accepts());
        line("input", manifest.input());
        line("technique", manifest.technique());
        for (Output output : manifest.outputs()) {
            line("output", output);
        }
        line("origin", manifest.source().origin() + ", " + manifest.source().licence());
        line("model card", model.folder().resolve("README.md"));
        return 0;
    }

    @Command(
            name = "verify",
            description = "Checks the files against SHA256SUMS, loads the network, runs it once and times it.",
            mixinStandardHelpOptions = true)
    int verify(@Parameters(paramLabel = "MODEL", description = "name, or name/version.") String reference) {
        Model model = new ModelStore(folder).require(reference);
        List<String> differences = model.differences();
        line("files", differences.isEmpty() ? "as published" : String.join("; ", differences));
        line("engine", TensorFlowNetwork.description());
        try (ModelCache cache = new ModelCache(TensorFlowNetwork::load, 1)) {
            long start = System.nanoTime();
            cache.warm(model);
            line("loaded in", seconds(start));
            for (String run : List.of("first run", "second run")) {
                start = System.nanoTime();
                Prediction prediction = cache.with(model, inferer -> inferer.infer(trial()));
                line(run, seconds(start) + ", " + outputs(prediction) + " as the manifest says");
            }
        }
        return differences.isEmpty() ? 0 : 1;
    }

    private static String outputs(Prediction prediction) {
        return prediction.outputs().stream()
                .map(output -> output.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static Volume trial() {
        Axes axes = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
        Size size = new Size(TRIAL_VOXELS, TRIAL_VOXELS, TRIAL_VOXELS);
        Grid grid = new Grid(size, axes, new Vector3(4, 4, 4), new Vector3(0, 0, 0));
        float[] voxels = new float[size.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = i % 97;
        }
        return new Volume(grid, voxels);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void line(String what, Object value) {
        out().printf("%-14s %s%n", what, value);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.2f s", (System.nanoTime() - start) / 1e9);
    }
}
