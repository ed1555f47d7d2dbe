package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** A TLS client that trusts everybody, and shows what the test says: what a peer with a bad configuration does. */
public final class TrustingClient {

    private final SSLContext context;

    private TrustingClient(KeyManager[] keys) throws GeneralSecurityException {
        context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {new Everybody()}, null);
    }

    public static TrustingClient anonymous() throws GeneralSecurityException {
        return new TrustingClient(new KeyManager[0]);
    }

    /** One that shows the certificate of this PKCS#12 file. */
    static TrustingClient with(Path p12) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(p12)) {
            store.load(in, TlsCertificates.PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, TlsCertificates.PASSWORD.toCharArray());
        return new TrustingClient(keys.getKeyManagers());
    }

    public SSLSocket connect(int port) throws IOException {
        Socket tcp = new Socket(InetAddress.getLoopbackAddress(), port);
        return (SSLSocket) context.getSocketFactory().createSocket(tcp, "127.0.0.1", port, true);
    }

    /** Asks nobody anything. */
    private static final class Everybody extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
