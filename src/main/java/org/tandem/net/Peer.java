package org.tandem.net;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tandem.dicom.TandemException;

/** An application entity elsewhere, to which associations are opened, and on which terms. */
public record Peer(AeTitle aeTitle, String host, int port, PeerTerms terms) {

    /** {@code AET@host:port}, the host in brackets where it is an IPv6 address. */
    private static final Pattern SHAPE = Pattern.compile("([^@]+)@(\\[[0-9A-Fa-f:.%]+\\]|[^:\\[\\]\\s]+):([0-9]{1,5})");

    public Peer {
        Check.port("port", port);
        if (host.isBlank() || port == 0) {
            throw refusal(aeTitle + "@" + host + ":" + port);
        }
    }

    /** On the terms that every peer takes. */
    public Peer(AeTitle aeTitle, String host, int port) {
        this(aeTitle, host, port, PeerTerms.DEFAULT);
    }

    public Peer withTerms(PeerTerms value) {
        return new Peer(aeTitle, host, port, value);
    }

    /** Parses {@code AET@host:port}. */
    public static Peer parse(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw refusal(text);
        }
        String host = matcher.group(2).replaceAll("[\\[\\]]", "");
        return new Peer(new AeTitle(matcher.group(1)), host, Integer.parseInt(matcher.group(3)));
    }

    @Override
    public String toString() {
        return aeTitle + "@" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static TandemException refusal(String text) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Not a DICOM peer: got \"" + text + "\", expected AET@host:port");
    }
}
