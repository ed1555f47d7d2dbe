package org.tandem.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "conformance",
        description = "Prints what this installation does over DICOM, as its conformance statement says it:"
                + " services, transfer syntaxes, limits, time-outs, security.",
        mixinStandardHelpOptions = true)
final class ConformanceCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--conf", paramLabel = "FILE", description = "The configuration.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Configuration configuration = ServeCommand.configuration(file);
        PrintWriter out = spec.commandLine().getOut();
        ConformanceTables.of(configuration).forEach((name, lines) -> {
            out.println("## " + name);
            out.println();
            lines.forEach(out::println);
            out.println();
        });
        out.flush();
        return 0;
    }
}
