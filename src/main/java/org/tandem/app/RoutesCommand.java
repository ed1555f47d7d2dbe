package org.tandem.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelStore;
import org.tandem.model.SeriesFacts;
import org.tandem.route.Router;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "routes", description = "Asks the routing rules.", mixinStandardHelpOptions = true)
final class RoutesCommand {

    @Spec
    private CommandSpec spec;

    @Command(
            name = "explain",
            description =
                    "Says for each series in files which rules match it, and why the others do not; and which models that"
                            + " rules name are not there.",
            mixinStandardHelpOptions = true)
    int explain(
            @Parameters(paramLabel = "PATH", arity = "1..*", description = "DICOM files, or folders of them.")
                    List<Path> paths,
            @Option(
                            names = "--routes",
                            defaultValue = "conf/routes.yaml",
                            description = "Rules (default: ${DEFAULT-VALUE}).")
                    Path routes,
            @Option(
                            names = "--models",
                            defaultValue = "${env:TANDEM_HOME:-.}/models",
                            description = "Folder of models (default: ${DEFAULT-VALUE}).")
                    Path models,
            @Option(names = "--source-ae", defaultValue = "ANY", description = "Title of the sender.") String sourceAe)
            throws IOException {
        Router router = Router.load(routes);
        Map<Uid, List<Path>> series = DicomPaths.bySeries(DicomPaths.files(paths), new ArrayList<>());
        series.forEach((uid, files) -> {
            spec.commandLine().getOut().println("Series " + uid);
            SeriesFacts facts = new SeriesFacts(
                    sourceAe,
                    "TANDEM",
                    files.size(),
                    DicomFileReader.readHeader(files.get(0)).dataSet());
            router.explain(facts).forEach(line -> spec.commandLine().getOut().println("  " + line));
        });
        return modelsAreThere(router, new ModelStore(models)) && !series.isEmpty() ? 0 : 1;
    }

    /** Says of each model that a rule names and that is not there why a node would refuse these rules. */
    private boolean modelsAreThere(Router router, ModelStore models) {
        boolean all = true;
        for (String model : router.models()) {
            try {
                models.requireWithOthers(model);
            } catch (TandemException e) {
                all = false;
                spec.commandLine()
                        .getErr()
                        .println("Rules " + router.rulesOf(model) + ", with which a node would refuse them all: "
                                + e.getMessage());
            }
        }
        return all;
    }
}
