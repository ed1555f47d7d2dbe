package org.tandem.net.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.TandemException;
import org.tandem.net.AeTitle;
import org.tandem.net.ClientCertificate;
import org.tandem.net.ListenAddress;
import org.tandem.net.LogLines;
import org.tandem.net.RecordingHandler;
import org.tandem.net.ScpOptions;
import org.tandem.net.StorageScp;
import org.tandem.net.TlsCertificates;
import org.tandem.net.TlsListen;
import org.tandem.net.TrustingClient;

/** Certificates from files, and files that change while the node runs. */
@Timeout(300)
class TlsContextTest {

    @TempDir
    private static Path folder;

    private static TlsCertificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TlsCertificates.make(folder);
    }

    @Test
    void changedFilesAreTakenForNewAssociationsAndBadOnesAreNot(@TempDir Path live) throws Exception {
        put("node", live);
        TlsFiles files = TlsFiles.pem(live.resolve("own.crt"), live.resolve("own.key"), live.resolve("trust"));
        TlsListen listen = new TlsListen(ListenAddress.of(0), TlsContext.open(files), ClientCertificate.NONE, true);
        try (LogLines lines = LogLines.of(TlsContext.class);
                StorageScp scp = StorageScp.start(
                        ScpOptions.of(new AeTitle("TANDEM"), 0).withTls(listen), new RecordingHandler())) {
            assertThat(shown(scp)).isEqualTo("CN=node");

            put("elsewhere", live);
            assertThat(shown(scp)).isEqualTo("CN=elsewhere");

            Files.writeString(live.resolve("own.crt"), "not a certificate");
            assertThat(shown(scp)).isEqualTo("CN=elsewhere");
            assertThat(lines.await("not taken")).contains("ERROR", "own.crt", "the old ones stay in use");
            assertThat(shown(scp)).isEqualTo("CN=elsewhere");
            assertThat(lines.isEmpty()).as("told once").isTrue();

            put("node", live);
            assertThat(shown(scp)).isEqualTo("CN=node");
        }
    }

    @Test
    void pkcs12IsTakenWithItsPassword(@TempDir Path live) throws IOException {
        Path password = Files.writeString(live.resolve("password"), TlsCertificates.PASSWORD + "\n");
        Path trust = certificates.files("node", "device").trust();

        assertThat(TlsContext.open(
                                new TlsFiles(certificates.p12("node"), Optional.empty(), Optional.of(password), trust))
                        .current())
                .isNotNull();
        Files.writeString(password, "wrong");
        assertThatThrownBy(() -> TlsContext.open(
                        new TlsFiles(certificates.p12("node"), Optional.empty(), Optional.of(password), trust)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("TLS files cannot be taken");
    }

    @Test
    void filesThatCannotServeAreRefusedByName(@TempDir Path live) throws IOException {
        TlsFiles good = certificates.files("node", "device");

        refused(
                TlsFiles.pem(good.certificate(), certificates.key("device"), good.trust()),
                "does not belong to the key");
        refused(TlsFiles.pem(good.certificate(), good.certificate(), good.trust()), "openssl pkcs8");
        refused(TlsFiles.pem(certificates.key("node"), certificates.key("node"), good.trust()), "BEGIN CERTIFICATE");
        refused(TlsFiles.pem(live.resolve("absent.crt"), certificates.key("node"), good.trust()), "absent.crt");
        refused(TlsFiles.pem(good.certificate(), certificates.key("node"), live), "no certificate");
        refused(certificates.files("expired", "device"), "expired");
        refused(new TlsFiles(good.certificate(), Optional.empty(), Optional.empty(), good.trust()), "a key file");
    }

    private static void refused(TlsFiles files, String why) {
        assertThatThrownBy(() -> TlsContext.open(files))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("PRIVATE KEY-----\n");
    }

    /** Puts a certificate, its key and its trust in place of what is there, as an administrator does. */
    private static void put(String name, Path live) throws IOException {
        Files.createDirectories(live.resolve("trust"));
        replace(certificates.key(name), live.resolve("own.key"));
        replace(certificates.certificate(name), live.resolve("own.crt"));
        replace(certificates.certificate("device"), live.resolve("trust").resolve("device.crt"));
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(to, FileTime.from(Instant.now()));
    }

    private static String shown(StorageScp scp) throws Exception {
        try (SSLSocket socket = TrustingClient.anonymous().connect(scp.tlsPort())) {
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }
}
