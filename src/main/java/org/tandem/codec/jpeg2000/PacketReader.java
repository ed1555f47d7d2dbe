package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** Reads the packets of a tile and gives each code-block its bytes (15444-1 B.9, B.10). Not thread-safe. */
final class PacketReader {

    private static final int SOP_BYTES = 6;
    private static final int MAX_LENGTH_BITS = 31;
    /** More planes than any code-block can have. */
    private static final int MAX_PLANES = 75;

    private final byte[] packets;
    private final PacketBits bits;
    private final boolean packed;
    private final TileStyle style;
    private final List<Part> parts = new ArrayList<>();
    private int position;

    /** What a packet brings to a code-block. */
    private record Part(CodeBlock block, int segment, int passes, int length) {}

    /** What became of reading a packet. */
    enum Outcome {
        READ,
        /** All bytes were used up before the packet. */
        NOT_THERE,
        /** The bytes end within the packet. */
        CUT
    }

    PacketReader(byte[] packets, TilePackets tile) {
        this.packets = packets;
        this.packed = tile.isPacked();
        this.bits = new PacketBits(packed ? tile.packedHeaders() : packets);
        this.style = tile.header().tileStyle();
    }

    int position() {
        return position;
    }

    int length() {
        return packets.length;
    }

    /** Reads the packet of a precinct's next layer. */
    Outcome read(Precinct precinct, CodingStyle coding) {
        if (position >= packets.length && !packed || packed && bits.isExhausted()) {
            return Outcome.NOT_THERE;
        }
        if (style.startsPackets() && isMarker(packets, position, Marker.SOP)) {
            position += SOP_BYTES;
        }
        if (!packed) {
            bits.start(position);
        }
        parts.clear();
        readHeader(precinct, coding);
        if (bits.isExhausted()) {
            return packed ? Outcome.NOT_THERE : Outcome.CUT;
        }
        return takeBodies(precinct);
    }

    private static boolean isMarker(byte[] bytes, int at, int marker) {
        return at + 1 < bytes.length && (bytes[at] & 0xFF) == 0xFF && (bytes[at + 1] & 0xFF) == (marker & 0xFF);
    }

    private void readHeader(Precinct precinct, CodingStyle coding) {
        if (bits.bit() == 1) {
            for (PrecinctBand band : precinct.bands()) {
                readBand(band, precinct.layers(), coding);
            }
        }
        bits.align();
        if (style.endsHeaders() && isMarker(bits.bytes(), bits.position(), Marker.EPH)) {
            bits.start(bits.position() + 2);
        } else {
            bits.start(bits.position());
        }
        if (!packed) {
            position = bits.position();
        }
    }

    private void readBand(PrecinctBand band, int layer, CodingStyle coding) {
        for (int i = 0; i < band.blocks().size() && !bits.isExhausted(); i++) {
            CodeBlock block = band.blocks().get(i);
            boolean included =
                    block.isIncluded() ? bits.bit() == 1 : band.inclusion().isBelow(bits, i, layer + 1);
            if (included) {
                if (!block.isIncluded()) {
                    block.include(band.missingPlanes().value(bits, i, MAX_PLANES));
                }
                readParts(block, coding);
            }
        }
    }

    private void readParts(CodeBlock block, CodingStyle coding) {
        int left = passCount();
        while (bits.bit() == 1) {
            block.lengthenLengths();
        }
        int pass = block.passes();
        if (coding.has(CodingStyle.HIGH_THROUGHPUT) && block.kind() == CodeBlock.Kind.UNDECIDED) {
            int taken = readFirst(block, left, coding.has(CodingStyle.MIXED));
            left -= taken;
            pass += taken;
        }
        while (left > 0) {
            PassSegments segment = block.kind() == CodeBlock.Kind.HIGH_THROUGHPUT
                    ? PassSegments.highThroughput(pass)
                    : PassSegments.part1(coding, pass);
            int passes = Math.min(left, segment.passes());
            parts.add(new Part(block, segment.segment(), passes, length(block.lengthBits() + log2(passes))));
            left -= passes;
            pass += passes;
        }
    }

    /**
     * Reads what the first bytes of a code-block of a high-throughput codestream are: up to its last cleanup pass if it
     * is a high-throughput one, all if it is of Part 1, none if all passes are placeholders (15444-15 B.3).
     *
     * @return of the passes those read
     */
    private int readFirst(CodeBlock block, int passes, boolean mixed) {
        int upToCleanup = passes - (block.passes() + passes - 1) % 3;
        boolean hasCleanup = upToCleanup > 0;
        int width = block.lengthBits() + log2(hasCleanup ? upToCleanup : passes);
        int length = length(width);
        boolean told = !mixed || block.lengthBits() > 3 && length > 1 && length >> width - 1 == 0;
        if (hasCleanup && length > 0 && told) {
            block.decide(CodeBlock.Kind.HIGH_THROUGHPUT);
            parts.add(new Part(block, (block.passes() + upToCleanup - 1) / 3 * 2, upToCleanup, length));
            return upToCleanup;
        }
        int wider = block.lengthBits() + log2(passes) - width;
        int whole = length << wider | length(wider);
        if (whole > 0) {
            if (!mixed) {
                throw Refusals.refused("placeholder passes", whole + " bytes", "none");
            }
            block.decide(CodeBlock.Kind.PART_1);
        }
        parts.add(new Part(block, 0, passes, whole));
        return passes;
    }

    private int length(int width) {
        if (width > MAX_LENGTH_BITS) {
            throw Refusals.refused(
                    "packet header, length of a code-block", width + " bits", "at most " + MAX_LENGTH_BITS);
        }
        return bits.bits(width);
    }

    /** Number of new passes (Table B.4). */
    private int passCount() {
        if (bits.bit() == 0) {
            return 1;
        }
        if (bits.bit() == 0) {
            return 2;
        }
        int few = bits.bits(2);
        if (few < 3) {
            return 3 + few;
        }
        int some = bits.bits(5);
        return some < 31 ? 6 + some : 37 + bits.bits(7);
    }

    private static int log2(int value) {
        return 31 - Integer.numberOfLeadingZeros(value);
    }

    private Outcome takeBodies(Precinct precinct) {
        long needed = parts.stream().mapToLong(Part::length).sum();
        if (needed > packets.length - position) {
            return Outcome.CUT;
        }
        for (Part part : parts) {
            part.block().add(part.segment(), part.passes(), position, part.length());
            position += part.length();
        }
        precinct.passLayer();
        return Outcome.READ;
    }
}
