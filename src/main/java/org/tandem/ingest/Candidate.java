package org.tandem.ingest;

import java.nio.file.Path;

/**
 * A whole, readable object that waits to be filed.
 *
 * @param part its file, forced to the disk
 * @param instance what it is; its path is where it will lie if it is new
 */
record Candidate(Path part, ReceivedInstance instance) {}
