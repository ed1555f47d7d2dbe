package org.tandem.codec.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tandem.codec.frame.FrameShape;

/** Reads the headers of a codestream and finds its tile-parts (15444-1 Annex A). Not thread-safe. */
final class CodestreamReader {

    private static final int SOT_LENGTH = 10;
    private static final int SOT_BYTES = 12;

    private final byte[] frame;
    private final ByteInput in;
    private final ImageSize size;
    private final Header main;
    private final SortedMap<Integer, byte[]> packedHeaders = new TreeMap<>();
    private final Map<Integer, TilePackets> tiles = new LinkedHashMap<>();
    private ByteInput packed;

    private CodestreamReader(byte[] frame, int start, FrameShape shape) {
        this.frame = frame;
        this.in = new ByteInput(frame, start, frame.length);
        expect(Marker.SOC, "SOC");
        expect(Marker.SIZ, "SIZ");
        this.size = ImageSize.read(segment(), shape);
        this.main = Header.main(size.components().size());
        this.packed = new ByteInput(frame, 0, 0);
    }

    /** Reads a codestream that begins at an offset of the frame. */
    static Codestream read(byte[] frame, int start, FrameShape shape) {
        CodestreamReader reader = new CodestreamReader(frame, start, shape);
        reader.readMainHeader();
        reader.readTileParts();
        return new Codestream(reader.size, reader.tiles.values());
    }

    private void expect(int marker, String name) {
        int got = in.u16(name);
        if (got != marker) {
            throw Refusals.refused("marker", in.position() - 2, hex(got), name + " (" + hex(marker) + ")");
        }
    }

    private static String hex(int marker) {
        return String.format("%04X", marker);
    }

    private ByteInput segment() {
        int offset = in.position();
        int length = in.u16("length of a marker segment");
        if (length < 2) {
            throw Refusals.refused("length of a marker segment", offset, length, "at least 2");
        }
        return in.slice(length - 2, "marker segment");
    }

    private void readMainHeader() {
        int marker = in.u16("main header");
        while (marker != Marker.SOT) {
            if (marker < 0xFF00 || marker == Marker.EOC) {
                throw Refusals.refused("main header", in.position() - 2, hex(marker), "a marker");
            }
            if (!Marker.standsAlone(marker)) {
                ByteInput segment = segment();
                if (marker == Marker.PPM) {
                    packedHeaders.put(segment.u8("Zppm"), segment.rest());
                } else {
                    main.read(marker, segment);
                }
            }
            marker = in.u16("main header");
        }
        main.tileStyle();
        byte[] headers = joined(packedHeaders);
        packed = new ByteInput(headers, 0, headers.length);
    }

    private static byte[] joined(SortedMap<Integer, byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.values().forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    /** From behind the first SOT on; what follows the last tile-part, EOC or padding, is left alone. */
    private void readTileParts() {
        do {
            readTilePart();
        } while (in.remaining() >= SOT_BYTES && in.u16("marker") == Marker.SOT);
    }

    private void readTilePart() {
        int start = in.position() - 2;
        int length = in.u16("Lsot");
        int index = in.u16("Isot");
        long partLength = in.u32("Psot");
        in.u16("TPsot, TNsot");
        int tileCount = size.tilesAcross() * size.tilesDown();
        if (length != SOT_LENGTH || index >= tileCount) {
            throw Refusals.refused(
                    "SOT", start, "length " + length + ", tile " + index, "length 10, tile below " + tileCount);
        }
        TilePackets tile = tiles.computeIfAbsent(index, number -> new TilePackets(number, main.ofTile()));
        readTilePartHeader(tile);
        long end = partLength == 0 ? frame.length : start + partLength;
        if (end < in.position()) {
            throw Refusals.refused("Psot", start + 6, partLength, "0 or at least " + (in.position() - start));
        }
        boolean cut = end > frame.length;
        tile.addPart(in.slice((int) Math.min(end, frame.length) - in.position(), "tile-part"), cut);
    }

    private void readTilePartHeader(TilePackets tile) {
        SortedMap<Integer, byte[]> headers = new TreeMap<>();
        int marker = in.u16("tile-part header");
        while (marker != Marker.SOD) {
            if (marker < 0xFF00 || marker == Marker.EOC || marker == Marker.SOT) {
                throw Refusals.refused("tile-part header", in.position() - 2, hex(marker), "a marker up to SOD");
            }
            if (!Marker.standsAlone(marker)) {
                ByteInput segment = segment();
                if (marker == Marker.PPT) {
                    headers.put(segment.u8("Zppt"), segment.rest());
                } else {
                    tile.header().read(marker, segment);
                }
            }
            marker = in.u16("tile-part header");
        }
        if (!headers.isEmpty()) {
            tile.addPackedHeaders(joined(headers));
        } else if (!packedHeaders.isEmpty()) {
            tile.addPackedHeaders(packed.slice((int) packed.u32("Nppm"), "Ippm").rest());
        }
    }
}
