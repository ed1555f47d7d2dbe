package org.tandem.net.tls;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that TLS takes.
 *
 * @param certificate our own with its chain, in PEM; or PKCS#12 ({@code .p12}, {@code .pfx}) with the key in it
 * @param key private key in PEM, PKCS#8 and not encrypted; none with PKCS#12
 * @param passwordFile holds the password of the PKCS#12 file
 * @param trust certificates of authorities, or of single peers: a PEM file, or a folder of them
 */
public record TlsFiles(Path certificate, Optional<Path> key, Optional<Path> passwordFile, Path trust) {

    /** All in PEM. */
    public static TlsFiles pem(Path certificate, Path key, Path trust) {
        return new TlsFiles(certificate, Optional.of(key), Optional.empty(), trust);
    }
}
