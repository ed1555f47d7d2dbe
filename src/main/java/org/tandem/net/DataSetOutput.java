package org.tandem.net;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.tandem.dicom.TandemException;

/**
 * Takes one data set and sends it as fragments, each as large as the peer allows (PS3.8 Annex E). The last one is sent
 * by {@link #finish}, never by closing: a data set that broke off must not look whole.
 */
final class DataSetOutput extends OutputStream {

    /** Looks, between two fragments, whether the peer has something to say already. */
    @FunctionalInterface
    interface Listening {
        void betweenFragments() throws IOException;
    }

    private final MessageWriter writer;
    private final int contextId;
    private final Listening listening;
    private ByteBuffer fragment;
    private int start;
    private long sentBytes;

    DataSetOutput(MessageWriter writer, int contextId, Listening listening) throws IOException {
        this.writer = writer;
        this.contextId = contextId;
        this.listening = listening;
        this.fragment = writer.fragment();
        this.start = fragment.position();
    }

    @Override
    public void write(int octet) throws IOException {
        makeRoom();
        fragment.put((byte) octet);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        while (from < offset + length) {
            makeRoom();
            int count = Math.min(offset + length - from, fragment.remaining());
            fragment.put(bytes, from, count);
            from += count;
        }
    }

    /** Sends the rest of a file from an offset on, read straight into the fragments. */
    void writeFile(Path path, long offset) throws IOException {
        try (FileChannel channel = openAt(path, offset)) {
            do {
                makeRoom();
            } while (read(channel, path) >= 0);
        }
    }

    /** Sends what is left as the last fragment. */
    void finish() throws IOException {
        send(true);
    }

    /** Ends the message early with an empty last fragment, what was not sent yet forgotten (PS3.7 9.1.1.2). */
    void cutShort() throws IOException {
        fragment.position(start);
        send(true);
    }

    long sentBytes() {
        return sentBytes;
    }

    private void makeRoom() throws IOException {
        if (!fragment.hasRemaining()) {
            send(false);
            fragment = writer.fragment();
            start = fragment.position();
            listening.betweenFragments();
        }
    }

    private void send(boolean last) throws IOException {
        int length = fragment.position() - start;
        writer.sendFragment(contextId, length, last);
        sentBytes += length;
    }

    private static FileChannel openAt(Path path, long offset) {
        try {
            return FileChannel.open(path).position(offset);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** Errors of the file are not those of the connection. */
    private int read(FileChannel channel, Path path) {
        try {
            return channel.read(fragment);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static TandemException unreadable(Path path, IOException e) {
        return new TandemException(TandemException.Kind.RETRY, "Cannot read " + path + ": " + e, e);
    }
}
