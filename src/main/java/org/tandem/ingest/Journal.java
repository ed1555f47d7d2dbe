package org.tandem.ingest;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is being stored and was stored since the last checkpoint of the index, in groups, each forced to the disk before
 * it is promised and before its files are in place. So the last group may not have been promised; all before it were.
 * Used by one thread at a time.
 *
 * <p>A crash can leave a torn group at the end; it was never promised, and reading stops before it.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final FileChannel channel;
    private long sizeBytes;

    private Journal(Path file, FileChannel channel, long sizeBytes) {
        this.file = file;
        this.channel = channel;
        this.sizeBytes = sizeBytes;
    }

    /** Opens the journal and cuts off a torn end. */
    static Journal open(Path file) throws IOException {
        boolean isNew = !Files.exists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isNew) {
            Spool.force(Spool.folderOf(file));
        }
        Journal journal = new Journal(file, channel, 0);
        journal.sizeBytes = journal.scan(group -> {});
        if (journal.sizeBytes < channel.size()) {
            LOG.warn("Journal {}: {} bytes of a torn group cut off", file, channel.size() - journal.sizeBytes);
            channel.truncate(journal.sizeBytes);
            channel.force(true);
        }
        return journal;
    }

    /** Hands every whole group to the consumer, oldest first. */
    void forEach(Consumer<List<JournalEntry>> consumer) throws IOException {
        scan(consumer);
    }

    /** Answers at which byte the last whole group ends. */
    private long scan(Consumer<List<JournalEntry>> consumer) throws IOException {
        long good = 0;
        try (InputStream stream = Files.newInputStream(file);
                DataInputStream in = new DataInputStream(new BufferedInputStream(stream))) {
            while (true) {
                int length = in.readInt();
                int checksum = in.readInt();
                if (length <= 0 || length > JournalCodec.MAX_PAYLOAD_BYTES) {
                    return good;
                }
                byte[] payload = new byte[length];
                in.readFully(payload);
                if (JournalCodec.checksum(payload) != checksum) {
                    return good;
                }
                consumer.accept(JournalCodec.parse(payload));
                good += JournalCodec.HEAD_BYTES + length;
            }
        } catch (EOFException e) {
            return good;
        }
    }

    /** Returns when the group is on the disk; if it throws, it is not in the journal. */
    void append(List<JournalEntry> group) throws IOException {
        if (group.isEmpty()) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(JournalCodec.frame(group));
        long before = sizeBytes;
        try {
            long position = before;
            while (buffer.hasRemaining()) {
                position += channel.write(buffer, position);
            }
            channel.force(false); // the new length is data that fdatasync forces too
            sizeBytes = position;
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** Takes back what was appended since the journal had this size: it was not promised after all. */
    void cutBack(long earlierSizeBytes) throws IOException {
        channel.truncate(earlierSizeBytes);
        channel.force(true);
        sizeBytes = earlierSizeBytes;
    }

    /** Empties the journal; the index must have been forced before. */
    void clear() throws IOException {
        cutBack(0);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
