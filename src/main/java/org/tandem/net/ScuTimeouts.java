package org.tandem.net;

import java.time.Duration;

/**
 * How long an acceptor may keep us waiting.
 *
 * @param connect for the TCP connection
 * @param acse for the answers to the requests for association and for release
 * @param response for the answer to an operation: archives have been seen to take minutes
 * @param betweenPdus for one PDU that has begun, and for what we write to be taken
 */
public record ScuTimeouts(Duration connect, Duration acse, Duration response, Duration betweenPdus) {

    public static final ScuTimeouts DEFAULT = new ScuTimeouts(
            Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofSeconds(60));

    public ScuTimeouts {
        Check.positive("connect", connect);
        Check.positive("acse", acse);
        Check.positive("response", response);
        Check.positive("betweenPdus", betweenPdus);
    }

    public ScuTimeouts withConnect(Duration value) {
        return new ScuTimeouts(value, acse, response, betweenPdus);
    }

    public ScuTimeouts withAcse(Duration value) {
        return new ScuTimeouts(connect, value, response, betweenPdus);
    }

    public ScuTimeouts withResponse(Duration value) {
        return new ScuTimeouts(connect, acse, value, betweenPdus);
    }

    public ScuTimeouts withBetweenPdus(Duration value) {
        return new ScuTimeouts(connect, acse, response, value);
    }
}
