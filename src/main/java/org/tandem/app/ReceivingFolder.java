package org.tandem.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tandem.dicom.FileMeta;
import org.tandem.dicom.Uid;
import org.tandem.net.StoreHandler;
import org.tandem.net.StoreOutcome;
import org.tandem.net.StoreRequest;

/** A folder that objects are received into, named by their UID: the PACS of the demo, and {@code tandem receive}. */
final class ReceivingFolder implements StoreHandler {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path folder;
    private final List<Path> received = new CopyOnWriteArrayList<>();

    ReceivingFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The files received so far, in the order in which they came. */
    List<Path> received() {
        return received;
    }

    /** The file of an instance, if it was received. */
    Optional<Path> file(Uid sopInstance) {
        return Optional.of(folder.resolve(sopInstance + ".dcm")).filter(received::contains);
    }

    @Override
    public StoreOutcome store(StoreRequest request, InputStream dataSet) throws IOException {
        Path part = Files.createTempFile(folder, "incoming", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER_BYTES)) {
                out.write(FileMeta.toBytes(FileMeta.of(
                        request.sopClass(),
                        request.sopInstance(),
                        request.syntax(),
                        request.association().calling().value())));
                dataSet.transferTo(out);
            }
            Path file = folder.resolve(request.sopInstance() + ".dcm");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            received.add(file);
            return StoreOutcome.SUCCESS;
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
