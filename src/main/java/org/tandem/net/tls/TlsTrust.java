package org.tandem.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.tandem.dicom.TandemException;

/**
 * Which peers are trusted: those whose chain leads to a certificate that the site put there, and whose own is valid
 * now. Java's own trust manager does not look at the dates of a certificate that is itself trusted, as that of a single
 * device is; so this one does.
 */
final class TlsTrust extends X509ExtendedTrustManager {

    private final X509ExtendedTrustManager java;

    private TlsTrust(X509ExtendedTrustManager java) {
        this.java = java;
    }

    /** The certificates of a PEM file, or of all files of a folder. */
    static TlsTrust read(Path trust) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        int count = 0;
        for (Path file : files(trust)) {
            for (X509Certificate certificate : Pem.certificates(file)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
        }
        if (count == 0) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "TLS trust " + trust + ": got no certificate, expected that of an authority or of each peer");
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        return new TlsTrust((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    }

    /** The files that trust is read from. */
    static List<Path> files(Path trust) throws IOException {
        if (!Files.isDirectory(trust)) {
            return List.of(trust);
        }
        try (Stream<Path> files = Files.list(trust)) {
            return new ArrayList<>(files.filter(file -> file.toString().matches(".*\\.(pem|crt|cer)"))
                    .sorted()
                    .toList());
        }
    }

    private static void checkDates(X509Certificate[] chain) throws CertificateException {
        if (chain.length > 0) {
            chain[0].checkValidity();
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkDates(chain);
        java.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkDates(chain);
        java.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checkDates(chain);
        java.checkClientTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkDates(chain);
        java.checkServerTrusted(chain, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkDates(chain);
        java.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        checkDates(chain);
        java.checkServerTrusted(chain, type);
    }

    /** None are named to requestors (RFC 8446 4.2.4): so each shows what it has, and the log can say what that was. */
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
