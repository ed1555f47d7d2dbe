package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tandem.evaluate.report.ModelFigures;
import org.tandem.model.Manifest;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.model.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "models", description = "Says which models there are, and tries them.", mixinStandardHelpOptions = true)
final class ModelsCommand {

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
            if (entry instanceof ModelStore.Entry.Broken broken) {
                out().printf("%-30s broken: %s%n", broken.folder(), broken.reason());
            } else if (entry instanceof ModelStore.Entry.Vacant vacant) {
                Model model = vacant.model();
                out().printf("%-30s %s (%s)%n", model.name(), model.manifest().title(), model.noNetworkYet());
            } else {
                Manifest manifest = ((ModelStore.Entry.Usable) entry).model().manifest();
                out().printf("%-30s %s (%s)%n", manifest.name(), manifest.title(), manifest.intendedUse());
            }
        }
        return entries.stream().noneMatch(ModelStore.Entry.Broken.class::isInstance) ? 0 : 1;
    }

    @Command(
            name = "table",
            description =
                    "What \"tandem evaluate\" measured of each model, on which data, as a table in Markdown: from the"
                            + " figures.json (its report.json) beside each card.",
            mixinStandardHelpOptions = true)
    int table() throws IOException {
        ModelFigures.table(ModelFigures.in(folder)).forEach(out()::println);
        return 0;
    }

    @Command(name = "show", description = "What the manifest of a model says.", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "MODEL", description = "name, or name/version.") String reference) {
        Model model = new ModelStore(folder).described(reference);
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
        if (!model.hasNetwork()) {
            line("network", model.noNetworkYet());
        }
        return 0;
    }

    @Command(
            name = "verify",
            description =
                    "Checks a model's files against SHA256SUMS and its network against the manifest, loads it, asks"
                            + " it its golden case, times it, and says what memory it takes.",
            mixinStandardHelpOptions = true)
    int verify(
            @Parameters(paramLabel = "MODEL", description = "name, or name/version.") String reference,
            @Option(names = "--write-golden", description = "Keep what the model says now as its golden case.")
                    boolean write,
            @Option(
                            names = "--image",
                            paramLabel = "PATH",
                            description = "With --write-golden: DICOM files or folders of the one series that the case"
                                    + " is about, or of all that a model of several looks at. They are copied as they"
                                    + " are: take what everybody may see.")
                    @Nullable
                    List<Path> images,
            @Option(
                            names = "--runs",
                            defaultValue = "3",
                            description = "Runs that are timed after the first (default: ${DEFAULT-VALUE}).")
                    int runs)
            throws IOException {
        ModelVerification verification = new ModelVerification(model(reference), out());
        if (write) {
            verification.writeGolden(images == null ? List.of() : images);
        }
        return verification.run(Math.max(1, runs)) ? 0 : 1;
    }

    @Command(
            name = "new",
            description =
                    "Makes a folder for a TensorFlow SavedModel: a copy of it, and a manifest as far as its signature"
                            + " tells, with marks where a person has to say more.",
            mixinStandardHelpOptions = true)
    int create(
            @Parameters(paramLabel = "SAVEDMODEL", description = "Its folder, with saved_model.pb.") Path savedModel,
            @Option(
                            names = "--name",
                            defaultValue = "",
                            paramLabel = "NAME",
                            description = "Name of the model (default: that of the folder).")
                    String name)
            throws IOException {
        NewModel model = NewModel.of(savedModel, name);
        line("manifest", model.create(folder));
        if (!model.otherSignatures().isEmpty()) {
            line("not used", "signatures " + model.otherSignatures());
        }
        line(
                "next",
                "fill in the lines with FILL IN, look at those with CHECK; tandem models verify "
                        + model.name().name());
        return 0;
    }

    private Model model(String reference) {
        return new ModelStore(folder).require(reference);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void line(String what, Object value) {
        out().printf("%-14s %s%n", what, value);
    }
}
