package org.tandem.work;

import org.tandem.net.CommitmentRequest;

/**
 * A report on storage commitment that a peer was promised and has not taken yet.
 *
 * @param requestor the destination's name under which the peer is configured, and its address is found
 * @param attempts associations opened to report so far
 */
public record OwedReport(CommitmentRequest request, String requestor, int attempts) {

    public OwedReport(CommitmentRequest request, String requestor) {
        this(request, requestor, 0);
    }

    /** Whether the peer asks the same once more, as one does that has lost our answer. */
    boolean repeats(OwedReport other) {
        return request.equals(other.request) && requestor.equals(other.requestor);
    }
}
