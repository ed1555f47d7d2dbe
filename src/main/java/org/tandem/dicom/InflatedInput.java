package org.tandem.dicom;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Inflated bytes with a limit: a deflated data set of 1 MB may claim 1 GB, and all of it comes into memory. The limit
 * is 256 MiB or a quarter of the heap, whichever is less.
 */
final class InflatedInput extends FilterInputStream {

    private static final long MAX_BYTES =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 4);

    private final long limit;
    private long count;

    InflatedInput(InputStream in) {
        this(in, MAX_BYTES);
    }

    InflatedInput(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count += Math.max(read, 0);
        if (count > limit) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot read deflated data set: got more than " + limit + " bytes inflated, expected at most that");
        }
        return read;
    }
}
