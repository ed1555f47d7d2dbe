package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.net.OutsideProgram;

/** {@code tandem dump} says what {@code dcmdump} says, element by element, of every sample that both can read. */
final class DumpIT {

    @Test
    void everyElementOfEverySampleIsWhatDcmdumpSaysItIs() throws Exception {
        OutsideProgram dcmdump = OutsideProgram.find("dcmdump");
        List<String> differences = new ArrayList<>();
        int elements = 0;
        int files = 0;
        for (Path file : Samples.all()) {
            List<DumpLine> theirs = theirs(dcmdump, file);
            List<DumpLine> ours = ours(file);
            if (!theirs.isEmpty() && !ours.isEmpty()) {
                differences.addAll(DumpComparison.differences(file.getFileName().toString(), ours, theirs));
                elements += theirs.size();
                files++;
            }
        }
        System.out.println("dump: " + elements + " elements of " + files + " files compared with dcmdump");
        assertThat(differences).isEmpty();
    }

    private static List<DumpLine> theirs(OutsideProgram dcmdump, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(dcmdump.executable().toString(), "--quiet", "+L", "+U8", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? DumpLine.all(text) : List.of();
    }

    private static List<DumpLine> ours(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            DicomFile read = DicomFileReader.read(file, ReadOptions.AS_FAR_AS_IT_GOES);
            DataSetDump.dump(read, new DumpOptions(true, Set.of()), text);
        } catch (TandemException e) {
            return List.of();
        }
        return DumpLine.all(text.toString());
    }
}
