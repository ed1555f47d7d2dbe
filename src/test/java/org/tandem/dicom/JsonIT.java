package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.result.Judge;

/** The DICOM JSON model of every sample is what pydicom makes of it; {@code compare_json.py} names what is not. */
final class JsonIT {

    @TempDir
    private Path folder;

    @Test
    void theModelOfEverySampleIsThatOfPydicom() throws Exception {
        List<String> pairs = new ArrayList<>();
        for (Path file : Samples.all()) {
            Path json = folder.resolve(pairs.size() + ".json");
            if (written(file, json)) {
                pairs.add(file.toAbsolutePath() + "\t" + json);
            }
        }
        Path list = Files.write(folder.resolve("list"), pairs);
        Path script = Path.of("src/test/resources/org/tandem/dicom/compare_json.py");

        Judge.Verdict verdict = Judge.python().run(script.toString(), list.toString());

        System.out.println(verdict.output().lines().reduce("", (first, last) -> last));
        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
    }

    private static boolean written(Path file, Path json) throws IOException {
        try (Writer out = Files.newBufferedWriter(json)) {
            DataSet dataSet = DicomFileReader.read(file).dataSet();
            DataSetJson.write(dataSet, file.toUri().toString(), Long.MAX_VALUE, out);
            return true;
        } catch (TandemException e) {
            return false;
        }
    }
}
