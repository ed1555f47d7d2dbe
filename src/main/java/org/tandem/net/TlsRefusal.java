package org.tandem.net;

import java.io.IOException;
import java.util.Map;

/** A TLS handshake that came to nothing, and what the reader of a log can do about it. */
final class TlsRefusal extends IOException {

    private static final long serialVersionUID = 1L;

    /** Words of Java's TLS on the left; where several are found, any of them helps. */
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("Empty client certificate chain", "the peer showed no certificate: give it one, or ask for none"),
            Map.entry(
                    "unable to find valid certification path",
                    "the peer's certificate is not trusted here: put its authority into our trust"),
            Map.entry("NotAfter", "the peer's certificate has expired"),
            Map.entry("NotBefore", "the peer's certificate is not valid yet: look at the clocks"),
            Map.entry("certificate_unknown", "the peer does not trust our certificate"),
            Map.entry("unknown_ca", "the peer does not trust our certificate"),
            Map.entry("bad_certificate", "the peer refused our certificate, or wants one"),
            Map.entry("certificate_required", "the peer wants a certificate from us"),
            Map.entry("protocol version", "the peers have no version of TLS in common; here 1.2 and 1.3 are spoken"),
            Map.entry("not accepted by server preferences", "the peer speaks no TLS 1.2 or 1.3"),
            Map.entry("no cipher suites in common", "the peer has no suite of BCP 195"),
            Map.entry("handshake_failure", "the peers have no suite in common, or the peer wants a certificate"),
            Map.entry("No subject alternative", "the peer's certificate does not name the host"),
            Map.entry("No name matching", "the peer's certificate does not name the host"),
            Map.entry("not enabled or supported", "the peer speaks no TLS 1.2 or 1.3"),
            Map.entry("plaintext connection", "the peer speaks in the clear"),
            Map.entry("unrecognized SSL message", "the peer speaks in the clear"));

    TlsRefusal(IOException cause) {
        super("TLS handshake failed, " + describe(cause), cause);
    }

    private static String describe(Throwable failure) {
        StringBuilder said = new StringBuilder();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            said.append(said.isEmpty() ? "" : ": ").append(at.getMessage());
        }
        String text = Admissions.printable(said.toString());
        return ADVICE.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(entry -> entry.getValue() + " (" + text + ")")
                .sorted()
                .findFirst()
                .orElse(text);
    }
}
