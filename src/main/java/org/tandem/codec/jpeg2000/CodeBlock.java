package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/**
 * A code-block: a rectangle of coefficients of a sub-band, and what the packets said of it. Its bytes come in segments,
 * each a codeword of its own, and a segment may be spread over packets. Not thread-safe.
 */
final class CodeBlock {

    /** Each three numbers: segment, offset of the bytes, count of them. */
    private static final int CHUNK = 3;

    /** Which part of the standard its bytes follow. */
    enum Kind {
        UNDECIDED,
        PART_1,
        HIGH_THROUGHPUT
    }

    private final Area area;
    private int missingPlanes = -1;
    private int lengthBits = 3;
    private int passes;
    private Kind kind = Kind.UNDECIDED;
    private int[] segmentPasses = {};
    private int segments;
    private int[] chunks = {};
    private int chunkCount;

    CodeBlock(Area area) {
        this.area = area;
    }

    /** Within its sub-band's grid. */
    Area area() {
        return area;
    }

    /** Whether an earlier packet had a part of it. */
    boolean isIncluded() {
        return missingPlanes >= 0;
    }

    void include(int planes) {
        missingPlanes = planes;
    }

    /** Most significant planes that are all zero and not coded. */
    int missingPlanes() {
        return missingPlanes;
    }

    /** Lblock of B.10.7.1. */
    int lengthBits() {
        return lengthBits;
    }

    void lengthenLengths() {
        lengthBits++;
    }

    /** Coding passes that packets have brought. */
    int passes() {
        return passes;
    }

    Kind kind() {
        return kind;
    }

    void decide(Kind decided) {
        kind = decided;
    }

    int segments() {
        return segments;
    }

    int segmentPasses(int segment) {
        return segmentPasses[segment];
    }

    /** Adds passes, and the bytes of them, to a segment, the last one or the one after it. */
    void add(int segment, int newPasses, int offset, int length) {
        if (segment >= segmentPasses.length) {
            segmentPasses = Arrays.copyOf(segmentPasses, segment * 2 + 1);
        }
        segments = Math.max(segments, segment + 1);
        segmentPasses[segment] += newPasses;
        passes += newPasses;
        if (length == 0) {
            return;
        }
        if ((chunkCount + 1) * CHUNK > chunks.length) {
            chunks = Arrays.copyOf(chunks, (chunkCount * 2 + 1) * CHUNK);
        }
        chunks[chunkCount * CHUNK] = segment;
        chunks[chunkCount * CHUNK + 1] = offset;
        chunks[chunkCount * CHUNK + 2] = length;
        chunkCount++;
    }

    /** Bytes of all segments. */
    int bytes() {
        int sum = 0;
        for (int i = 0; i < chunkCount; i++) {
            sum += chunks[i * CHUNK + 2];
        }
        return sum;
    }

    /** Copies the bytes of a segment from the packets to a place in the target; tells where they end there. */
    int copySegment(int segment, byte[] packets, byte[] target, int start) {
        int at = start;
        for (int i = 0; i < chunkCount; i++) {
            if (chunks[i * CHUNK] == segment) {
                int length = chunks[i * CHUNK + 2];
                System.arraycopy(packets, chunks[i * CHUNK + 1], target, at, length);
                at += length;
            }
        }
        return at;
    }
}
