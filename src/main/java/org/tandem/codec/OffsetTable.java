package org.tandem.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/**
 * Where frames begin, as an image says it: the Basic Offset Table (PS3.5 A.4) or the Extended one (PS3.3 C.7.6.3.1.8).
 * Offsets count bytes from the first fragment's item, items' headers too.
 *
 * @param name of the table
 */
record OffsetTable(String name, List<Long> offsets) {

    private static final int ITEM_HEADER_BYTES = 8;

    OffsetTable {
        offsets = List.copyOf(offsets);
    }

    /** The item before the fragments; empty where it is. */
    static OffsetTable basic(Value.Fragments pixelData) throws IOException {
        List<Value> all = pixelData.offsetTableAndFragments();
        return new OffsetTable("Basic Offset Table", all.isEmpty() ? List.of() : read(all.get(0), Integer.BYTES));
    }

    /** Extended Offset Table (7FE0,0001); empty where it is absent. */
    static OffsetTable extended(DataSet image) throws IOException {
        Optional<Value> table = image.element(Tag.EXTENDED_OFFSET_TABLE).map(element -> element.value());
        boolean readable =
                table.isPresent() && (table.get() instanceof Value.Bytes || table.get() instanceof Value.FileRegion);
        return new OffsetTable(
                "Extended Offset Table " + Tag.format(Tag.EXTENDED_OFFSET_TABLE),
                readable ? read(table.orElseThrow(), Long.BYTES) : List.of());
    }

    private static List<Long> read(Value table, int width) throws IOException {
        try (InputStream in = ValueStreams.open(table)) {
            ByteBuffer buffer = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            List<Long> offsets = new ArrayList<>(buffer.remaining() / width);
            while (buffer.remaining() >= width) {
                offsets.add(width == Long.BYTES ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt()));
            }
            return offsets;
        }
    }

    boolean isEmpty() {
        return offsets.isEmpty();
    }

    /**
     * The fragments (numbered from 0) at which frames begin; nothing if the table does not tell as many frames, in
     * ascending order, each at a fragment, the first at the first.
     */
    Optional<List<Integer>> starts(List<Value> fragments, int frameCount) {
        if (offsets.size() != frameCount || offsets.get(0) != 0) {
            return Optional.empty();
        }
        Map<Long, Integer> places = new HashMap<>();
        long at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            places.put(at, i);
            at += ITEM_HEADER_BYTES + ValueStreams.lengthBytes(fragments.get(i));
        }
        List<Integer> starts = new ArrayList<>();
        for (Long offset : offsets) {
            Integer place = places.get(offset);
            if (place == null || !starts.isEmpty() && place <= starts.get(starts.size() - 1)) {
                return Optional.empty();
            }
            starts.add(place);
        }
        return Optional.of(starts);
    }
}
