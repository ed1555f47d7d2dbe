package org.tandem.dicom;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/** The bytes of a region of a file. Refuses to end before the region does. Not for several threads. */
final class RegionInput extends InputStream {

    private final Value.FileRegion region;
    private final FileChannel channel;
    private long at;

    RegionInput(Value.FileRegion region) throws IOException {
        this.region = region;
        this.channel = FileChannel.open(region.file(), StandardOpenOption.READ);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        long left = region.lengthBytes() - at;
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left));
        int read = channel.read(buffer, region.offset() + at);
        if (read < 0) {
            throw new EOFException(region.file() + " ends at byte " + (region.offset() + at) + ", expected "
                    + (region.offset() + region.lengthBytes()));
        }
        at += read;
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, region.lengthBytes() - at));
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, region.lengthBytes() - at);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
