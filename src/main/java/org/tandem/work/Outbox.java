package org.tandem.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.result.iod.ResultObject;

/** The folder in which results wait until every destination has accepted them: one folder a job. */
public final class Outbox {

    private final Path folder;

    public Outbox(Path folder) {
        this.folder = folder;
    }

    /** Writes results as Part 10 files; each is complete and forced to disk before it has its name. */
    List<ResultRecord> write(JobId job, List<ResultObject> results) {
        Path group = folder.resolve(job.value().substring(0, 2));
        Path jobFolder = group.resolve(job.value());
        List<ResultRecord> written = new ArrayList<>();
        try {
            Files.createDirectories(jobFolder);
            for (ResultObject result : results) {
                Path file = jobFolder.resolve(result.sopInstance().value() + ".dcm");
                write(result, file);
                written.add(new ResultRecord(result.kind(), result.sopClass(), result.sopInstance(), file));
            }
            for (Path entries : List.of(jobFolder, group, folder)) {
                force(entries);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY,
                    "Results could not be written to " + jobFolder + ": " + e.getMessage(),
                    e);
        }
        return written;
    }

    private static void write(ResultObject result, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        DicomFileWriter.write(part, DicomFile.of(result.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        force(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
