package org.tandem.net.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.tandem.dicom.TandemException;

/** Our private key and the certificates that go with it, the one of the key first. */
record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {

    /** RFC 9325 4.5. */
    private static final int LEAST_RSA_BITS = 2048;

    static TlsIdentity read(TlsFiles files) throws IOException, GeneralSecurityException {
        String name = files.certificate().toString().toLowerCase(Locale.ROOT);
        TlsIdentity identity = name.endsWith(".p12") || name.endsWith(".pfx") ? pkcs12(files) : pem(files);
        identity.check(files.certificate());
        return identity;
    }

    /** A key store with this alone in it; its password is its own, for it is never written. */
    KeyStore keyStore(char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("tandem", key, password, chain.toArray(new X509Certificate[0]));
        return store;
    }

    /** Never the key. */
    @Override
    public String toString() {
        return chain.get(0).getSubjectX500Principal() + ", valid until "
                + chain.get(0).getNotAfter().toInstant();
    }

    private static TlsIdentity pem(TlsFiles files) throws IOException, GeneralSecurityException {
        Path key = files.key()
                .orElseThrow(() -> new TandemException(
                        TandemException.Kind.REFUSE,
                        "TLS certificate " + files.certificate() + " is PEM: expected a key file beside it"));
        return new TlsIdentity(Pem.privateKey(key), Pem.certificates(files.certificate()));
    }

    private static TlsIdentity pkcs12(TlsFiles files) throws IOException, GeneralSecurityException {
        char[] password = password(files);
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(files.certificate())) {
            store.load(in, password);
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            if (key instanceof PrivateKey found) {
                List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                return new TlsIdentity(found, chain);
            }
        }
        throw new TandemException(
                TandemException.Kind.REFUSE, "TLS file " + files.certificate() + ": got no private key in it");
    }

    private static char[] password(TlsFiles files) throws IOException {
        return files.passwordFile().isPresent()
                ? Files.readString(files.passwordFile().get()).strip().toCharArray()
                : new char[0];
    }

    private void check(Path file) throws GeneralSecurityException {
        X509Certificate own = chain.get(0);
        checkDates(own, file);
        if (own.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            throw refusal(file, "an RSA key of " + rsa.getModulus().bitLength() + " bits, expected at least 2048");
        }
        byte[] text = {1, 2, 3};
        Signature signature = Signature.getInstance(signatureAlgorithm());
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(own.getPublicKey());
        signature.update(text);
        if (!signature.verify(signed)) {
            throw refusal(file, "a certificate that does not belong to the key");
        }
    }

    private static void checkDates(X509Certificate own, Path file) {
        try {
            own.checkValidity();
        } catch (CertificateException e) {
            throw refusal(
                    file,
                    "a certificate that has expired or is not valid yet, from "
                            + own.getNotBefore().toInstant() + " to "
                            + own.getNotAfter().toInstant());
        }
    }

    private String signatureAlgorithm() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    private static TandemException refusal(Path file, String got) {
        return new TandemException(TandemException.Kind.REFUSE, "TLS file " + file + ": got " + got);
    }
}
