package org.tandem.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.check.CheckReport;
import org.tandem.dicom.check.ObjectCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description = "Says what is wrong with DICOM files by the standard: file, encoding, values, mandatory modules,"
                + " pixel data. Shows values, patient identity included. Exits with 0 if there is no error, 1 if there"
                + " is one, 2 if a file cannot be read.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int CLEAN = 0;
    private static final int ERRORS = 1;
    private static final int UNREADABLE = 2;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
        return files.stream().mapToInt(this::check).max().orElse(CLEAN);
    }

    private int check(Path file) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            CheckReport report = ObjectCheck.of(file);
            report.findings().forEach(finding -> out.println("  " + finding));
            out.println(file + ": " + count(report.errors().size(), "error") + ", "
                    + count(report.warnings().size(), "warning"));
            out.flush();
            return report.hasErrors() ? ERRORS : CLEAN;
        } catch (TandemException e) {
            spec.commandLine().getErr().println("tandem: " + e.getMessage());
            return UNREADABLE;
        }
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
