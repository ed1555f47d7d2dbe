package org.tandem.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is being received: Part 10 head first, then the data set as it comes. Whatever happens, closing it leaves
 * no part behind. What goes wrong with the peer is an IOException, what goes wrong with the disk a SpoolException. Used
 * by the thread of one association.
 */
final class IncomingFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IncomingFile.class);
    /** Large enough that a system call costs nothing beside the copy, small enough to stay in a core's cache. */
    private static final int BUFFER_BYTES = 128 * 1024;

    private static final int DIGEST_SLICE_BYTES = 2 * 1024;

    private static final ThreadLocal<byte[]> BUFFER = ThreadLocal.withInitial(() -> new byte[BUFFER_BYTES]);

    private final Spool spool;
    private final Path part;
    private final FileChannel channel;
    private final MessageDigest digest = Sha256.newDigest();
    private long sizeBytes;

    private IncomingFile(Spool spool, Path part, FileChannel channel) {
        this.spool = spool;
        this.part = part;
        this.channel = channel;
    }

    /** A new part that begins with this head. */
    static IncomingFile create(Spool spool, byte[] head) {
        spool.requireSpace();
        Path part = spool.newPart();
        try {
            FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            IncomingFile file = new IncomingFile(spool, part, channel);
            file.write(head, head.length);
            return file;
        } catch (IOException e) {
            throw new SpoolException("Part cannot be made: " + Spool.reason(e), e);
        }
    }

    Path part() {
        return part;
    }

    long sizeBytes() {
        return sizeBytes;
    }

    /** Writes the whole data set; throws what reading it throws. */
    void receive(InputStream dataSet) throws IOException {
        byte[] buffer = BUFFER.get();
        int count = dataSet.readNBytes(buffer, 0, buffer.length);
        while (count > 0) {
            digest(buffer, count);
            write(buffer, count);
            sizeBytes += count;
            count = dataSet.readNBytes(buffer, 0, buffer.length);
        }
    }

    /**
     * In slices: HotSpot uses the processor's own instructions for SHA only in callers that it has compiled well, which
     * takes some thousand calls, and is ten times slower before. In calls of a whole buffer that was a thousand
     * objects.
     */
    private void digest(byte[] bytes, int count) {
        for (int from = 0; from < count; from += DIGEST_SLICE_BYTES) {
            digest.update(bytes, from, Math.min(DIGEST_SLICE_BYTES, count - from));
        }
    }

    private void write(byte[] bytes, int count) {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (IOException e) {
            closeQuietly();
            throw new SpoolException("Part cannot be written at byte " + sizeBytes + ": " + Spool.reason(e), e);
        }
    }

    /** Ends the digest; to be called once. */
    Sha256 digest() {
        return Sha256.of(digest);
    }

    /** Returns when content and length are on the disk. */
    void force() {
        try {
            channel.force(true);
            channel.close();
        } catch (IOException e) {
            throw new SpoolException("Part cannot be forced: " + Spool.reason(e), e);
        }
    }

    /** Keeps the bytes for inspection, with a reason beside them. */
    void quarantine(Path target, String reason) {
        try {
            channel.close();
            spool.move(part, target);
            Files.writeString(target.resolveSibling(target.getFileName() + ".txt"), reason + System.lineSeparator());
        } catch (IOException e) {
            LOG.warn("Unreadable object is not kept: {}", Spool.reason(e));
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOG.warn("Part {} is left, the next start removes it: {}", part, Spool.reason(e));
        }
    }
}
