package org.tandem.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Words in the other byte order. A remainder shorter than a word comes as it is. Not for several threads. */
final class SwappedInput extends FilterInputStream {

    private final byte[] buffer = new byte[64 * 1024];
    private final int wordBytes;
    private int at;
    private int end;

    SwappedInput(InputStream in, int wordBytes) {
        super(in);
        this.wordBytes = wordBytes;
    }

    @Override
    public int read() throws IOException {
        return at < end || fill() ? buffer[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - at);
        System.arraycopy(buffer, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        if (at == end && !fill()) {
            return 0;
        }
        int skipped = (int) Math.max(0, Math.min(count, end - at));
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return end - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = in.readNBytes(buffer, 0, buffer.length);
        ByteSwap.swap(buffer, end, wordBytes);
        return end > 0;
    }
}
