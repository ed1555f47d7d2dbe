package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.TransferSyntax;
import org.tandem.result.iod.ResultObject;

/** Results as files for people: named by what they are and by their UID. */
final class ResultFiles {

    private ResultFiles() {}

    static void write(List<ResultObject> results, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (ResultObject result : results) {
            DicomFileWriter.write(
                    pathOf(result, folder), DicomFile.of(result.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
    }

    static Path pathOf(ResultObject result, Path folder) {
        return folder.resolve(result.kind().abbreviation() + "-" + result.sopInstance() + ".dcm");
    }
}
