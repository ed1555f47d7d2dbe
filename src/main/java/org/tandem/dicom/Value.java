package org.tandem.dicom;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** What a data element holds (PS3.5 7.1): bytes in memory, a region of a file, items, or fragments. */
public sealed interface Value {

    /** Bytes held in memory, always little endian, already even. The accessor hands out the array itself. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bytes(byte[] bytes) implements Value {}

    /** A region of a file that was left where it stands, typically pixel data: never copied into memory unasked. */
    record FileRegion(Path file, long offset, long lengthBytes, ByteOrder order) implements Value {}

    /** The items of a sequence. */
    record Items(List<DataSet> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Encapsulated pixel data (PS3.5 A.4): the Basic Offset Table item first (perhaps empty), then the fragments. Each
     * is a {@link Bytes} or a {@link FileRegion}.
     */
    record Fragments(List<Value> offsetTableAndFragments) implements Value {
        public Fragments {
            offsetTableAndFragments = List.copyOf(offsetTableAndFragments);
        }
    }
}
