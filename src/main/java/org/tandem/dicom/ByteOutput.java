package org.tandem.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way out, small ones gathered in one buffer. Regions of files go from channel to channel where the
 * target is a file. Not for several threads; closing it closes the files read, not the target.
 */
final class ByteOutput implements AutoCloseable {

    private static final int BUFFER_BYTES = 64 * 1024;

    /**
     * A channel copies what it is given to memory outside of the heap first: so much at once, and never a whole volume.
     */
    private static final int PIECE_BYTES = 256 * 1024;

    private final @Nullable OutputStream stream;
    private final @Nullable FileChannel channel;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private @Nullable Path sourceFile;
    private @Nullable FileChannel source;

    ByteOutput(OutputStream stream) {
        this.stream = stream;
        this.channel = null;
    }

    ByteOutput(FileChannel channel) {
        this.stream = null;
        this.channel = channel;
    }

    void write(byte[] bytes) throws IOException {
        if (bytes.length > BUFFER_BYTES - filled) {
            flush();
        }
        if (bytes.length > BUFFER_BYTES) {
            drain(bytes, bytes.length);
        } else {
            System.arraycopy(bytes, 0, buffer, filled, bytes.length);
            filled += bytes.length;
        }
    }

    void writeByte(int value) throws IOException {
        if (filled == BUFFER_BYTES) {
            flush();
        }
        buffer[filled++] = (byte) value;
    }

    void writeShort(int value, boolean big) throws IOException {
        writeByte(big ? value >>> 8 : value);
        writeByte(big ? value : value >>> 8);
    }

    void writeInt(int value, boolean big) throws IOException {
        writeShort(big ? value >>> 16 : value, big);
        writeShort(big ? value : value >>> 16, big);
    }

    /** Writes a region of a file, its words of this many bytes reversed; 1 leaves them as they are. */
    void writeRegion(Value.FileRegion region, int swappedWordBytes) throws IOException {
        FileChannel from = open(region.file());
        if (channel != null && swappedWordBytes == 1) {
            flush();
            transfer(region, from, channel);
            return;
        }
        long done = 0;
        while (done < region.lengthBytes()) {
            int room = (BUFFER_BYTES - filled) / 8 * 8; // whole words of every width
            if (room == 0) {
                flush();
                continue;
            }
            int chunk = (int) Math.min(room, region.lengthBytes() - done);
            readFully(region, from, done, chunk);
            if (swappedWordBytes > 1) {
                swapChunk(chunk, swappedWordBytes);
            }
            filled += chunk;
            done += chunk;
        }
    }

    void flush() throws IOException {
        if (filled > 0) {
            drain(buffer, filled);
            filled = 0;
        }
    }

    @Override
    public void close() throws IOException {
        if (source != null) {
            source.close();
        }
    }

    private void swapChunk(int chunk, int wordBytes) {
        for (int word = filled; word + wordBytes <= filled + chunk; word += wordBytes) {
            ByteSwap.swapWord(buffer, word, wordBytes);
        }
    }

    private void readFully(Value.FileRegion region, FileChannel from, long done, int chunk) throws IOException {
        ByteBuffer target = ByteBuffer.wrap(buffer, filled, chunk);
        while (target.hasRemaining()) {
            int got = chunk - target.remaining();
            if (from.read(target, region.offset() + done + got) < 0) {
                throw shorter(region);
            }
        }
    }

    private static void transfer(Value.FileRegion region, FileChannel from, FileChannel to) throws IOException {
        long done = 0;
        while (done < region.lengthBytes()) {
            long moved = from.transferTo(region.offset() + done, region.lengthBytes() - done, to);
            if (moved <= 0) {
                throw shorter(region);
            }
            done += moved;
        }
    }

    private static EOFException shorter(Value.FileRegion region) {
        return new EOFException(region.file() + " is shorter than the value it holds: expected at least "
                + (region.offset() + region.lengthBytes()) + " bytes");
    }

    /** The channel of this file; the last one stays open, as fragments by the thousand stand in one file. */
    private FileChannel open(Path file) throws IOException {
        if (source != null && file.equals(sourceFile)) {
            return source;
        }
        close();
        source = FileChannel.open(file, StandardOpenOption.READ);
        sourceFile = file;
        return source;
    }

    private void drain(byte[] bytes, int length) throws IOException {
        if (stream != null) {
            stream.write(bytes, 0, length);
        } else if (channel != null) {
            ByteBuffer source = ByteBuffer.wrap(bytes, 0, length);
            while (source.position() < length) {
                source.limit(source.position() + Math.min(PIECE_BYTES, length - source.position()));
                channel.write(source);
            }
        }
    }
}
