package org.tandem.dicom;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * A deflated data set, inflated (PS3.5 A.5): raw, or with the header of zlib that some put before it. What follows the
 * last block, padding or a checksum, is left. Close it to free the inflater; the stream below stays open.
 */
final class DeflatedInput extends FilterInputStream {

    private static final int BUFFER_BYTES = 32 * 1024;

    private final Inflater inflater;
    private final ParseReport report;
    private long count;

    private DeflatedInput(InputStream deflated, Inflater inflater, ParseReport report) {
        super(new InflatedInput(new InflaterInputStream(deflated, inflater, BUFFER_BYTES)));
        this.inflater = inflater;
        this.report = report;
    }

    static DeflatedInput of(InputStream deflated, ParseReport report) throws IOException {
        PushbackInputStream head = new PushbackInputStream(deflated, 5);
        byte[] first = head.readNBytes(5);
        head.unread(first);
        boolean zlib = hasZlibHeader(first);
        if (zlib) {
            report.warn(0, 0, "deflated with a zlib header");
        }
        return new DeflatedInput(head, new Inflater(!zlib), report);
    }

    /**
     * RFC 1950 2.2: method 8 in the low half, and the two bytes a multiple of 31. As raw deflate the same bytes would
     * begin a stored block (RFC 1951 3.2.4), whose length is followed by its complement.
     */
    private static boolean hasZlibHeader(byte[] first) {
        if (first.length < 5 || (first[0] & 0x0F) != 8 || ((first[0] & 0xFF) << 8 | first[1] & 0xFF) % 31 != 0) {
            return false;
        }
        boolean stored = (first[1] ^ first[3]) == -1 && (first[2] ^ first[4]) == -1;
        return !stored;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Where the deflated bytes are broken or end too early, what was inflated before is all there is. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (EOFException | ZipException e) {
            if (!report.options().acceptTruncated()) {
                throw e;
            }
            report.warn(0, count, "the deflated data are broken or cut off after this byte, inflated");
            return -1;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
