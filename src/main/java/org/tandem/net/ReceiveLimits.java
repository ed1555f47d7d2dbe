package org.tandem.net;

import org.tandem.dicom.ReadOptions;

/**
 * How much is taken from a peer at once.
 *
 * @param maxPduBytes greatest P-DATA-TF length that we announce
 * @param maxCommandBytes of one command set; real ones have less than 1 KiB
 * @param maxObjectBytes of one data set; a peer that goes on is aborted
 * @param maxDepth how deep its sequences may nest; what nests deeper is refused as not understood
 */
public record ReceiveLimits(int maxPduBytes, int maxCommandBytes, long maxObjectBytes, int maxDepth) {

    /** The least PDU length that is sensible to announce: dcmtk takes no less. */
    private static final int LEAST_PDU_BYTES = 4 * 1024;

    /** Some peers count the heads of the PDU and the PDV (6 bytes each) out of the maximum. */
    private static final int SLACK_BYTES = 12;

    public static final ReceiveLimits DEFAULT =
            new ReceiveLimits(256 * 1024, 64 * 1024, 16L << 30, ReadOptions.DEFAULT_MAX_DEPTH);

    public ReceiveLimits {
        Check.atLeast("maxPduBytes", maxPduBytes, LEAST_PDU_BYTES);
        Check.atLeast("maxCommandBytes", maxCommandBytes, 1024);
        Check.atLeast("maxObjectBytes", maxObjectBytes, 1);
        Check.atLeast("maxDepth", maxDepth, 1);
        Check.within("maxDepth", maxDepth, ReadOptions.DEFAULT_MAX_DEPTH); // deeper, nobody could read it again
    }

    public ReceiveLimits withMaxPduBytes(int bytes) {
        return new ReceiveLimits(bytes, maxCommandBytes, maxObjectBytes, maxDepth);
    }

    public ReceiveLimits withMaxObjectBytes(long bytes) {
        return new ReceiveLimits(maxPduBytes, maxCommandBytes, bytes, maxDepth);
    }

    long toleratedPduBytes() {
        return (long) maxPduBytes + SLACK_BYTES;
    }
}
