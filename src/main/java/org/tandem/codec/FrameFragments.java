package org.tandem.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/**
 * Which fragments of encapsulated pixel data make which frame (PS3.5 A.4). The Extended Offset Table is not asked:
 * where it is allowed there is one fragment a frame, in order (PS3.5 A.4).
 */
final class FrameFragments {

    /** Tag and length of an item, which offsets count too. */
    private static final int ITEM_HEADER_BYTES = 8;

    /** SOI and the first byte of the next marker: JPEG and JPEG-LS. */
    private static final int JPEG_START = 0xFFD8FF00;

    /** SOC and SIZ: JPEG 2000 and HTJ2K. */
    private static final int JPEG_2000_START = 0xFF4FFF51;

    private final List<List<Value>> frames;

    private FrameFragments(List<List<Value>> frames) {
        this.frames = frames;
    }

    /**
     * One frame takes all fragments; as many fragments as frames go one to one; else the Basic Offset Table decides if
     * it points at fragments, and last the marks with which compressed frames begin.
     */
    static FrameFragments of(Value.Fragments pixelData, int frameCount) throws IOException {
        List<Value> all = pixelData.offsetTableAndFragments();
        List<Value> fragments = all.subList(Math.min(1, all.size()), all.size());
        if (frameCount == 1 && !fragments.isEmpty()) {
            return new FrameFragments(List.of(fragments));
        }
        if (fragments.size() == frameCount) {
            return new FrameFragments(fragments.stream().map(List::of).toList());
        }
        List<Long> offsets = all.isEmpty() ? List.of() : offsets(all.get(0));
        Optional<FrameFragments> told = split(fragments, startsByTable(fragments, offsets), frameCount);
        if (told.isPresent()) {
            return told.get();
        }
        return split(fragments, startsByMark(fragments), frameCount)
                .orElseThrow(() -> FrameReader.refused(
                        fragments.size() + " fragments and an offset table of " + offsets.size() + " entries",
                        frameCount + " frames that can be told apart"));
    }

    /** The fragments of a frame (numbered from 0), joined. */
    byte[] bytes(int frame) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Value fragment : frames.get(frame)) {
            try (InputStream in = ValueStreams.open(fragment)) {
                in.transferTo(joined);
            }
        }
        return joined.toByteArray();
    }

    /** Cuts before each start; nothing unless that makes the frames that there should be. */
    private static Optional<FrameFragments> split(List<Value> fragments, List<Integer> starts, int frameCount) {
        if (starts.size() != frameCount || starts.isEmpty() || starts.get(0) != 0) {
            return Optional.empty();
        }
        List<List<Value>> frames = new ArrayList<>();
        for (int i = 0; i < frameCount; i++) {
            int end = i + 1 < frameCount ? starts.get(i + 1) : fragments.size();
            frames.add(fragments.subList(starts.get(i), end));
        }
        return Optional.of(new FrameFragments(frames));
    }

    private static List<Integer> startsByTable(List<Value> fragments, List<Long> offsets) {
        Set<Long> asked = new HashSet<>(offsets);
        List<Integer> starts = new ArrayList<>();
        long at = 0;
        for (int i = 0; i < fragments.size(); i++) {
            if (asked.contains(at)) {
                starts.add(i);
            }
            at += ITEM_HEADER_BYTES + ValueStreams.lengthBytes(fragments.get(i));
        }
        return starts;
    }

    private static List<Integer> startsByMark(List<Value> fragments) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            try (InputStream in = ValueStreams.open(fragments.get(i))) {
                byte[] head = in.readNBytes(Integer.BYTES);
                int mark =
                        head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
                if ((mark & 0xFFFFFF00) == JPEG_START || mark == JPEG_2000_START) {
                    starts.add(i);
                }
            }
        }
        return starts;
    }

    private static List<Long> offsets(Value table) throws IOException {
        try (InputStream in = ValueStreams.open(table)) {
            ByteBuffer buffer = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            List<Long> offsets = new ArrayList<>();
            while (buffer.remaining() >= Integer.BYTES) {
                offsets.add(Integer.toUnsignedLong(buffer.getInt()));
            }
            return offsets;
        }
    }
}
