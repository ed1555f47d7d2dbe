package org.tandem.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Which fragments of encapsulated pixel data make which frame (PS3.5 A.4). */
final class FrameFragments {

    /** Tag and length of an item, which offsets count too. */
    private static final int ITEM_HEADER_BYTES = 8;

    private final List<List<Value>> frames;

    private FrameFragments(List<List<Value>> frames) {
        this.frames = frames;
    }

    /** One frame takes all fragments; as many fragments as frames go one to one; else the offset table decides. */
    static FrameFragments of(Value.Fragments pixelData, int frameCount) {
        List<Value> all = pixelData.offsetTableAndFragments();
        List<Value> fragments = all.subList(Math.min(1, all.size()), all.size());
        if (frameCount == 1) {
            return new FrameFragments(List.of(fragments));
        }
        if (fragments.size() == frameCount) {
            return new FrameFragments(fragments.stream().map(List::of).toList());
        }
        return new FrameFragments(byOffsets(fragments, offsets(all), frameCount));
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

    private static List<List<Value>> byOffsets(List<Value> fragments, List<Long> offsets, int frameCount) {
        if (offsets.size() != frameCount) {
            throw FrameReader.refused(
                    fragments.size() + " fragments and an offset table of " + offsets.size() + " entries",
                    frameCount + " frames that can be told apart");
        }
        List<List<Value>> frames = new ArrayList<>();
        long at = 0;
        for (Value fragment : fragments) {
            if (frames.size() < frameCount && offsets.get(frames.size()) == at) {
                frames.add(new ArrayList<>());
            }
            if (frames.isEmpty()) {
                break;
            }
            frames.get(frames.size() - 1).add(fragment);
            at += ITEM_HEADER_BYTES + ValueStreams.lengthBytes(fragment);
        }
        if (frames.size() != frameCount) {
            throw FrameReader.refused(
                    "an offset table that does not point at fragments",
                    "one entry for each of " + frameCount + " frames");
        }
        return frames;
    }

    private static List<Long> offsets(List<Value> all) {
        if (all.isEmpty() || !(all.get(0) instanceof Value.Bytes table)) {
            return List.of();
        }
        ByteBuffer buffer = ByteBuffer.wrap(table.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        List<Long> offsets = new ArrayList<>();
        while (buffer.remaining() >= Integer.BYTES) {
            offsets.add(Integer.toUnsignedLong(buffer.getInt()));
        }
        return offsets;
    }
}
