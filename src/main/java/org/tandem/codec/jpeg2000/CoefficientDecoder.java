package org.tandem.codec.jpeg2000;

import java.util.Arrays;

/** Decodes the coefficients of a code-block, whichever way they are coded. Not thread-safe. */
final class CoefficientDecoder {

    /** With a half below and the sign above, so many planes fill an int. */
    private static final int MAX_PLANES = 30;

    /** Bytes behind each segment: what the arithmetic decoder reads when there is nothing left. */
    private static final int PADDING = 2;

    private static final int FIRST_BYPASS_PASS = 10;

    private final byte[] packets;
    private final BlockDecoder part1 = new BlockDecoder();
    private final HtBlockDecoder highThroughput = new HtBlockDecoder();
    private byte[] bytes = {};

    /** Does not copy the packets. */
    CoefficientDecoder(byte[] packets) {
        this.packets = packets;
    }

    /** Decodes a code-block into a plane of its sub-band. */
    <A> void decode(CodeBlock block, Band band, CodingStyle style, Wavelet<A> wavelet, A plane) {
        Area area = block.area();
        if (block.bytes() == 0) {
            return;
        }
        int stride = area.width();
        int[] values;
        if (block.kind() == CodeBlock.Kind.HIGH_THROUGHPUT) {
            stride = decodeHighThroughput(block, band, style);
            values = highThroughput.values();
        } else {
            decodePart1(block, band, style);
            values = part1.values();
        }
        if (band.regionShift() > 0) {
            lower(values, stride * area.height(), band.regionShift());
        }
        wavelet.store(values, stride, area, band, plane);
    }

    private static int requirePlanes(int planes) {
        if (planes > MAX_PLANES) {
            throw Refusals.refused("code-block", planes + " planes", "at most " + MAX_PLANES);
        }
        return planes;
    }

    private void decodePart1(CodeBlock block, Band band, CodingStyle style) {
        int planes = requirePlanes(band.planes() - block.missingPlanes());
        part1.start(block.area(), band.orientation(), style.has(CodingStyle.VERTICALLY_CAUSAL));
        reserve(block.bytes() + PADDING);
        int pass = 0;
        for (int segment = 0; segment < block.segments(); segment++) {
            int end = block.copySegment(segment, packets, bytes, 0);
            Arrays.fill(bytes, end, end + PADDING, (byte) 0xFF);
            boolean bypass = style.has(CodingStyle.BYPASS) && pass >= FIRST_BYPASS_PASS && pass % 3 != 0;
            if (bypass) {
                part1.startRawSegment(bytes, 0, end);
            } else {
                part1.startSegment(bytes, 0);
            }
            for (int i = 0; i < block.segmentPasses(segment); i++) {
                int plane = planes - 1 - (pass + 2) / 3;
                if (plane < 0) {
                    return;
                }
                decodePass(pass % 3, plane, bypass, style);
                pass++;
            }
        }
    }

    /** The first pass is a cleanup; then come significance, refinement and cleanup of each plane. */
    private void decodePass(int kind, int plane, boolean bypass, CodingStyle style) {
        if (kind == 0) {
            part1.cleanupPass(plane);
            if (style.has(CodingStyle.SEGMENTATION_SYMBOLS)) {
                part1.skipSegmentationSymbols();
            }
        } else if (kind == 2) {
            part1.refinementPass(plane, bypass);
        } else if (bypass) {
            part1.rawSignificancePass(plane);
        } else {
            part1.significancePass(plane);
        }
        if (style.has(CodingStyle.RESET)) {
            part1.resetContexts();
        }
    }

    /** Decodes the finest set of passes that there is; tells the stride of its values. */
    private int decodeHighThroughput(CodeBlock block, Band band, CodingStyle style) {
        reserve(block.bytes());
        int cleanup = block.segments() - 1 & ~1;
        int length = block.copySegment(cleanup, packets, bytes, 0);
        while (length == 0 && cleanup > 0) {
            cleanup -= 2;
            length = block.copySegment(cleanup, packets, bytes, 0);
        }
        boolean refined = cleanup + 1 < block.segments();
        int end = refined ? block.copySegment(cleanup + 1, packets, bytes, length) : length;
        int planes = requirePlanes(band.planes() - block.missingPlanes() - cleanup / 2);
        int refinements = refined && planes > 1 ? block.segmentPasses(cleanup + 1) : 0;
        highThroughput.start(block.area(), planes - 1, style.has(CodingStyle.VERTICALLY_CAUSAL));
        highThroughput.cleanup(bytes, length);
        if (refinements > 0) {
            highThroughput.refine(bytes, length, end, refinements);
        }
        return highThroughput.stride();
    }

    private void reserve(int length) {
        if (bytes.length < length) {
            bytes = new byte[Math.max(length, bytes.length * 2)];
        }
    }

    /** Puts the coefficients of the region of interest back beside the others (H.1). */
    private static void lower(int[] values, int count, int shift) {
        for (int i = 0; i < count; i++) {
            int size = Math.abs(values[i]);
            if (shift < MAX_PLANES && size >> 1 + shift != 0) {
                values[i] = values[i] < 0 ? -(size >> shift) : size >> shift;
            }
        }
    }
}
