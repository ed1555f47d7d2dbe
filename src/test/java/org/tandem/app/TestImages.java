package org.tandem.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** Images of test-dicom. */
final class TestImages {

    private TestImages() {}

    /** The 91 slices of the head, in the order of their numbers. */
    static List<Path> brain() throws IOException {
        return in(Path.of("test-dicom", "colin27-t1"));
    }

    /** The 40 slices of the ball. */
    static List<Path> ball() throws IOException {
        return in(Path.of("test-dicom", "ct-sphere"));
    }

    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }

    static Uid uid(Path file) {
        return DicomFileReader.readHeader(file).dataSet().requireUid(Tag.SOP_INSTANCE_UID);
    }
}
