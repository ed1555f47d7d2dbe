package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are being parsed, with their offset. Reads through one small buffer and never allocates what a length
 * merely claims. Not for several threads; does not close what it reads from.
 */
final class ByteInput {

    /** The length of an input whose end is not known before it comes. */
    static final long UNKNOWN_LENGTH = Long.MAX_VALUE;

    private static final int BUFFER_BYTES = 32 * 1024; // holds the header of most single-frame images: one system call

    /** Where the bytes come from: puts some of those at the offset into the array; -1 at the end. */
    private interface Feed {
        int read(byte[] into, int from, long offset) throws IOException;
    }

    private final @Nullable Feed feed; // none where the buffer holds all there is
    private final long length;
    private final @Nullable Path file;
    private final byte[] buffer;
    private int at;
    private int end;
    private long base; // offset of buffer[0]

    private ByteInput(@Nullable Feed feed, long length, @Nullable Path file, byte[] buffer) {
        this.feed = feed;
        this.length = length;
        this.file = file;
        this.buffer = buffer;
    }

    static ByteInput of(byte[] bytes) {
        ByteInput input = new ByteInput(null, bytes.length, null, bytes);
        input.end = bytes.length;
        return input;
    }

    /** The rest of a stream; may read beyond what is parsed. */
    static ByteInput of(InputStream stream) {
        Feed feed = (into, from, offset) -> stream.read(into, from, into.length - from);
        return new ByteInput(feed, UNKNOWN_LENGTH, null, new byte[BUFFER_BYTES]);
    }

    /** A file; reads by position, so that the channel's own position stays where it is. */
    static ByteInput of(Path file, FileChannel channel) throws IOException {
        Feed feed = (into, from, offset) -> channel.read(ByteBuffer.wrap(into, from, into.length - from), offset);
        long size = channel.size();
        return new ByteInput(feed, size, file, new byte[(int) Math.min(BUFFER_BYTES, size)]);
    }

    /** The file, if this is one, so that values can be left in it. */
    @Nullable
    Path file() {
        return file;
    }

    long offset() {
        return base + at;
    }

    /** How many bytes follow, or {@link #UNKNOWN_LENGTH}. */
    long remaining() {
        return length == UNKNOWN_LENGTH ? UNKNOWN_LENGTH : Math.max(0, length - offset());
    }

    /** Whether at least this many bytes follow (at most the size of the buffer); they are then at hand. */
    boolean has(int count) throws IOException {
        return end - at >= count || fill(count);
    }

    /** How many bytes are at hand without reading on. */
    int atHand() {
        return end - at;
    }

    int peek(int index) {
        return buffer[at + index] & 0xFF;
    }

    int peekUnsignedShort(int index, boolean big) {
        int first = peek(index);
        int second = peek(index + 1);
        return big ? first << 8 | second : second << 8 | first;
    }

    long peekUnsignedInt(int index, boolean big) {
        long first = peekUnsignedShort(index, big);
        long second = peekUnsignedShort(index + 2, big);
        return big ? first << 16 | second : second << 16 | first;
    }

    /** The tag that comes next. */
    int peekTag(boolean big) {
        return Tag.of(peekUnsignedShort(0, big), peekUnsignedShort(2, big));
    }

    /** Goes on by this many bytes, which need not be at hand: those of a file are not read. */
    void skip(long count) throws IOException {
        long target = offset() + count;
        if (file != null && count > end - at) {
            base = target;
            at = 0;
            end = 0;
            return;
        }
        while (offset() < target && has(1)) {
            at += (int) Math.min(end - at, target - offset());
        }
    }

    /** The next bytes: as many as asked for, or fewer where the input ends before. Memory grows as they come. */
    byte[] bytes(int count) throws IOException {
        boolean trusted = length != UNKNOWN_LENGTH && count <= remaining();
        byte[] bytes = new byte[trusted ? count : Math.min(count, BUFFER_BYTES)];
        int filled = 0;
        while (filled < count && has(1)) {
            int chunk = Math.min(end - at, count - filled);
            if (filled + chunk > bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(count, Math.max(bytes.length * 2L, filled + chunk)));
            }
            System.arraycopy(buffer, at, bytes, filled, chunk);
            at += chunk;
            filled += chunk;
        }
        return filled == bytes.length ? bytes : Arrays.copyOf(bytes, filled);
    }

    private boolean fill(int count) throws IOException {
        if (feed == null || count > buffer.length) {
            return false; // the whole array is at hand, or the whole file is smaller than the buffer
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        base += at;
        end -= at;
        at = 0;
        while (end < count) {
            int read = feed.read(buffer, end, base + end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }
}
