package org.tandem.ingest;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** The file that says that a spool was left in order, and at which checkpoint of its index. */
record CleanMark(Path file) {

    /** Returns when the mark is on the disk. */
    void set(long checkpoint) throws IOException {
        Files.writeString(file, Long.toString(checkpoint));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Spool.force(Spool.folderOf(file));
    }

    /** The checkpoint, if the spool was left in order; the mark is gone then, as the spool is in use again. */
    OptionalLong take() throws IOException {
        if (!Files.exists(file)) {
            return OptionalLong.empty();
        }
        String number = Files.readString(file);
        Files.delete(file);
        Spool.force(Spool.folderOf(file));
        return number.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }
}
