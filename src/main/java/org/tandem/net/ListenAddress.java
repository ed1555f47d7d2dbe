package org.tandem.net;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.tandem.dicom.TandemException;

/**
 * Where associations are accepted.
 *
 * @param host address to bind; empty for all of this machine
 * @param port 0 for any that is free
 * @param backlog connections that wait to be accepted
 */
public record ListenAddress(String host, int port, int backlog) {

    /** Enough for a department's modalities that start to send together. */
    private static final int DEFAULT_BACKLOG = 128;

    public ListenAddress {
        Check.port("port", port);
        Check.atLeast("backlog", backlog, 1);
    }

    /** All addresses of this machine. */
    public static ListenAddress of(int port) {
        return new ListenAddress("", port, DEFAULT_BACKLOG);
    }

    public ListenAddress withHost(String bindHost) {
        return new ListenAddress(bindHost, port, backlog);
    }

    InetSocketAddress resolve() {
        try {
            return host.isEmpty()
                    ? new InetSocketAddress(port)
                    : new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new TandemException(TandemException.Kind.REFUSE, "Address to bind is not known: " + host, e);
        }
    }
}
