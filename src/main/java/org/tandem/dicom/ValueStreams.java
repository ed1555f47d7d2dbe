package org.tandem.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Opens values wherever they are: in memory, or left in a file. */
public final class ValueStreams {

    private ValueStreams() {}

    /**
     * The bytes as they stand: those in memory are little endian, those of a file in the order of their region.
     * Fragments follow each other without the Basic Offset Table. Refuses items. Buffers nothing: read large chunks.
     */
    public static InputStream open(Value value) throws IOException {
        if (value instanceof Value.Bytes inMemory) {
            return new ByteArrayInputStream(inMemory.bytes());
        }
        if (value instanceof Value.FileRegion region) {
            return new RegionInput(region);
        }
        if (value instanceof Value.Fragments fragments) {
            List<InputStream> streams = new ArrayList<>();
            for (Value fragment :
                    fragments.offsetTableAndFragments().stream().skip(1).toList()) {
                streams.add(open(fragment));
            }
            return new SequenceInputStream(Collections.enumeration(streams));
        }
        throw new TandemException(TandemException.Kind.BUG, "Items of a sequence are no bytes");
    }

    /** The bytes of a native value, its words in little endian whatever the file was. */
    public static InputStream openLittleEndian(Element element) throws IOException {
        InputStream raw = open(element.value());
        boolean swaps = element.value() instanceof Value.FileRegion region
                && region.order() == ByteOrder.BIG_ENDIAN
                && element.vr().unitBytes() > 1;
        return swaps ? new SwappedInput(raw, element.vr().unitBytes()) : raw;
    }

    /** How many bytes a native value has; of fragments, how many they have together, without the offset table. */
    public static long lengthBytes(Value value) {
        if (value instanceof Value.Bytes inMemory) {
            return inMemory.bytes().length;
        }
        if (value instanceof Value.FileRegion region) {
            return region.lengthBytes();
        }
        if (value instanceof Value.Fragments fragments) {
            return fragments.offsetTableAndFragments().stream()
                    .skip(1)
                    .mapToLong(ValueStreams::lengthBytes)
                    .sum();
        }
        throw new TandemException(TandemException.Kind.BUG, "Items of a sequence are no bytes");
    }

    /** All bytes of a native value in memory, little endian. */
    public static byte[] readLittleEndian(Element element) {
        if (element.value() instanceof Value.Bytes inMemory) {
            return inMemory.bytes();
        }
        long length = lengthBytes(element.value());
        if (length > Integer.MAX_VALUE - 16) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Cannot read " + element + " whole: got " + length + " bytes, expected less than 2 GiB");
        }
        try (InputStream in = openLittleEndian(element)) {
            return in.readNBytes((int) length);
        } catch (IOException e) {
            throw new TandemException(TandemException.Kind.RETRY, "Cannot read " + element + " from its file", e);
        }
    }
}
