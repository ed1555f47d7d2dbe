package org.tandem.ingest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A whole, readable object that waits to be filed.
 *
 * @param part its file
 * @param forced done when the file is on the disk; until then nothing about it may be promised
 * @param instance what it is; its path is where it will lie if it is new
 */
record Candidate(Path part, Future<?> forced, ReceivedInstance instance) {

    /** Returns when the file is on the disk; throws why it is not. */
    void awaitForced() throws IOException {
        try {
            forced.get();
        } catch (ExecutionException e) {
            throw new IOException("The file of an instance is not on the disk", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Stopped while an instance was forced to the disk");
        }
    }
}
