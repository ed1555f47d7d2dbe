package org.tandem.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tandem.net.tls.TlsContext;
import org.tandem.net.tls.TlsFiles;

/**
 * Keys and self-signed certificates for tests, made by the {@code keytool} of this Java: each as {@code NAME.p12},
 * {@code NAME.crt} and {@code NAME.key}. They say {@code localhost} and 127.0.0.1, but for {@code elsewhere}.
 */
public final class TlsCertificates {

    public static final String PASSWORD = "changeit";

    private static final int DAYS = 36_500;

    private final Path folder;

    private TlsCertificates(Path folder) {
        this.folder = folder;
    }

    /** {@code node}, {@code device}, {@code stranger}, {@code expired} and {@code elsewhere}. */
    public static TlsCertificates make(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        TlsCertificates made = new TlsCertificates(folder);
        List<Process> running = new ArrayList<>();
        for (String name : List.of("node", "device", "stranger", "elsewhere")) {
            running.add(made.keytool(name, "-validity", Integer.toString(DAYS)));
        }
        running.add(made.keytool("expired", "-startdate", "-20d", "-validity", "10"));
        for (Process process : running) {
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(
                        "keytool: " + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        for (String name : List.of("node", "device", "stranger", "elsewhere", "expired")) {
            made.writePem(name);
        }
        return made;
    }

    public Path p12(String name) {
        return folder.resolve(name + ".p12");
    }

    public Path certificate(String name) {
        return folder.resolve(name + ".crt");
    }

    public Path key(String name) {
        return folder.resolve(name + ".key");
    }

    /** One who has this certificate and trusts those. */
    public TlsFiles files(String name, String... trusted) {
        Path trust = folder.resolve(name + "-trusts-" + String.join("-", trusted) + ".pem");
        try {
            StringBuilder pem = new StringBuilder();
            for (String other : trusted) {
                pem.append(Files.readString(certificate(other)));
            }
            Files.writeString(trust, pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TlsFiles.pem(certificate(name), key(name), trust);
    }

    TlsContext context(String name, String... trusted) {
        return TlsContext.open(files(name, trusted));
    }

    private Process keytool(String name, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-ext",
                name.equals("elsewhere") ? "SAN=dns:elsewhere.example" : "SAN=dns:localhost,ip:127.0.0.1",
                "-keystore",
                p12(name).toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private void writePem(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(p12(name))) {
            store.load(in, PASSWORD.toCharArray());
        }
        Key key = store.getKey(name, PASSWORD.toCharArray());
        Files.writeString(key(name), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(
                certificate(name), pem("CERTIFICATE", store.getCertificate(name).getEncoded()));
    }

    private static String pem(String label, byte[] bytes) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes)
                + "\n-----END " + label + "-----\n";
    }
}
