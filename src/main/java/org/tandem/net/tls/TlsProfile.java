package org.tandem.net.tls;

import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/**
 * The BCP 195 RFC 8996, 9325 TLS Secure Transport Connection Profile (PS3.15 B.12): TLS 1.2 and 1.3 only, and of 1.2
 * only what has forward secrecy and authenticated encryption (RFC 9325 4.2).
 */
public final class TlsProfile {

    public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

    /** In the order of our preference; the first three are those of TLS 1.3 (RFC 8446 B.4). */
    public static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private TlsProfile() {}

    /** The profile, as far as this Java has it: TLS 1.2 with its suites is in every one. */
    public static SSLParameters parameters(SSLContext context) {
        SSLParameters supported = context.getSupportedSSLParameters();
        SSLParameters parameters = new SSLParameters(
                common(CIPHER_SUITES, supported.getCipherSuites()), common(PROTOCOLS, supported.getProtocols()));
        parameters.setUseCipherSuitesOrder(true);
        return parameters;
    }

    private static String[] common(List<String> wanted, String[] supported) {
        List<String> known = Arrays.asList(supported);
        return wanted.stream().filter(known::contains).toArray(String[]::new);
    }
}
