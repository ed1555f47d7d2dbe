package org.tandem.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The rest of a file from an offset on; leaves the channel's own position, and the channel, as they are. */
final class PositionedInput extends InputStream {

    private final FileChannel channel;
    private long offset;

    PositionedInput(FileChannel channel, long offset) {
        this.channel = channel;
        this.offset = offset;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = channel.read(ByteBuffer.wrap(bytes, from, length), offset);
        offset += Math.max(0, read);
        return read;
    }
}
