package org.tandem.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tandem.dicom.DataSetDump;
import org.tandem.dicom.DicomFileReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description = "Prints a DICOM file as text, patient identity included.",
        mixinStandardHelpOptions = true)
final class DumpCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file.")
    private Path file;

    @Override
    public Integer call() throws Exception {
        DataSetDump.dump(DicomFileReader.read(file), spec.commandLine().getOut());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
