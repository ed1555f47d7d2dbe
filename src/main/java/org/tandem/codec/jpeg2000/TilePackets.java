package org.tandem.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** What the tile-parts of one tile hold: marker segments, packets, and packed packet headers. Not thread-safe. */
final class TilePackets {

    private final int index;
    private final Header header;
    private final ByteArrayOutputStream packedHeaders = new ByteArrayOutputStream();
    private final List<ByteInput> parts = new ArrayList<>();
    private boolean packed;
    private boolean cut;

    TilePackets(int index, Header header) {
        this.index = index;
        this.header = header;
    }

    int index() {
        return index;
    }

    Header header() {
        return header;
    }

    /** Adds the packet headers of PPM or PPT, which then do not stand before their packets. */
    void addPackedHeaders(byte[] headers) {
        packed = true;
        packedHeaders.writeBytes(headers);
    }

    void addPart(ByteInput packets, boolean isCut) {
        parts.add(packets);
        cut |= isCut;
    }

    /** Whether the frame ends before the last tile-part does. */
    boolean isCut() {
        return cut;
    }

    boolean isPacked() {
        return packed;
    }

    byte[] packedHeaders() {
        return packedHeaders.toByteArray();
    }

    /** The packets of all tile-parts, one behind the other. */
    byte[] packets() {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(part -> joined.writeBytes(part.rest()));
        return joined.toByteArray();
    }
}
