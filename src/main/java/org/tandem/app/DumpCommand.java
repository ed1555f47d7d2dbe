package org.tandem.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tandem.dicom.DataSetDump;
import org.tandem.dicom.DataSetJson;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.DumpOptions;
import org.tandem.dicom.ReadOptions;
import org.tandem.dicom.TandemException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description =
                "Prints DICOM files as text or in the DICOM JSON Model, patient identity included. What was odd in"
                        + " a file goes to standard error; a file that was cut off is shown as far as it goes. Exits with 1 if"
                        + " a file could not be read.",
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
    private List<Path> files = List.of();

    @Option(names = "--all", description = "Long values whole.")
    private boolean all;

    @Option(
            names = "--tag",
            paramLabel = "TAG",
            description = "Only this element, wherever it stands: its keyword, or eight digits. May be repeated.")
    private List<String> tags = List.of();

    @Option(
            names = "--json",
            description = "DICOM JSON Model (PS3.18 F) in UTF-8, without File Meta Information: one object a line, a"
                    + " file each.")
    private boolean json;

    @Option(
            names = "--bulk-data-limit",
            paramLabel = "BYTES",
            defaultValue = "1024",
            description = "With --json, binary values longer than this are a BulkDataURI (default: ${DEFAULT-VALUE}).")
    private long bulkDataLimitBytes;

    @Override
    public Integer call() throws IOException {
        DumpOptions options = new DumpOptions(all, chosen());
        PrintWriter out = spec.commandLine().getOut();
        boolean whole = true;
        for (Path path : files) {
            whole &= dump(path, options, out);
            out.flush();
        }
        return whole ? 0 : 1;
    }

    private boolean dump(Path path, DumpOptions options, PrintWriter out) throws IOException {
        DicomFile file;
        try {
            file = DicomFileReader.read(path, ReadOptions.AS_FAR_AS_IT_GOES);
        } catch (TandemException e) {
            spec.commandLine().getErr().println("tandem: " + e.getMessage());
            return false;
        }
        if (json) {
            DataSetJson.write(file.dataSet(), path.toUri().toString(), bulkDataLimitBytes, out);
            out.println();
        } else {
            if (files.size() > 1) {
                out.append("# ").append(path.toString()).println();
            }
            DataSetDump.dump(file, options, out);
        }
        out.flush();
        file.warnings().forEach(w -> spec.commandLine().getErr().println("warning: " + path + ": " + w));
        return true;
    }

    private Set<Integer> chosen() {
        Set<Integer> chosen = new LinkedHashSet<>();
        for (String tag : tags) {
            String digits = tag.replaceAll("[(),]", "");
            chosen.add(
                    digits.matches("[0-9A-Fa-f]{8}")
                            ? Integer.valueOf(Integer.parseUnsignedInt(digits, 16))
                            : Dictionary.tag(tag)
                                    .orElseThrow(() -> new ParameterException(
                                            spec.commandLine(),
                                            "--tag: got " + tag + ", expected a keyword of PS3.6 or eight digits")));
        }
        return chosen;
    }
}
