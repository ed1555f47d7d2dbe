package org.tandem.ingest;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stands between a requestor and an acceptor for one connection, and keeps what the requestor said. */
final class RecordingProxy implements Closeable {

    private final ServerSocket server;
    private final CompletableFuture<byte[]> said;

    RecordingProxy(int target) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        said = CompletableFuture.supplyAsync(() -> pass(target));
    }

    int port() {
        return server.getLocalPort();
    }

    /** All that the requestor said, once it has closed. */
    byte[] said() throws Exception {
        return said.get(60, TimeUnit.SECONDS);
    }

    private byte[] pass(int target) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (Socket requestor = server.accept();
                Socket acceptor = new Socket(InetAddress.getLoopbackAddress(), target)) {
            CompletableFuture<Void> back = CompletableFuture.runAsync(() -> copy(acceptor, requestor));
            InputStream in = requestor.getInputStream();
            OutputStream out = acceptor.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                kept.write(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            acceptor.shutdownOutput();
            back.get(60, TimeUnit.SECONDS);
            return kept.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // the requestor has gone: nothing is left to pass
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
