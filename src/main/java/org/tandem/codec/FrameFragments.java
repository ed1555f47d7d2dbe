package org.tandem.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Which fragments of encapsulated pixel data make which frame (PS3.5 A.4). */
final class FrameFragments {

    private static final Logger LOG = LoggerFactory.getLogger(FrameFragments.class);

    private final List<List<Value>> frames;

    private FrameFragments(List<List<Value>> frames) {
        this.frames = frames;
    }

    /** As {@link #of(DataSet, Value.Fragments, int)}, of pixel data that have no Extended Offset Table. */
    static FrameFragments of(Value.Fragments pixelData, int frameCount) throws IOException {
        return of(DataSet.EMPTY, pixelData, frameCount);
    }

    /**
     * One frame takes all fragments; as many fragments as frames go one to one, without those that are empty; else the
     * Extended Offset Table decides, then the Basic one, if they point at fragments, and last the marks with which
     * compressed frames begin and end. What is beyond the last frame is left out. All but the first two warn of what
     * they could not believe.
     */
    static FrameFragments of(DataSet image, Value.Fragments pixelData, int frameCount) throws IOException {
        List<Value> all = pixelData.offsetTableAndFragments();
        List<Value> fragments = all.subList(Math.min(1, all.size()), all.size());
        List<Value> filled = fragments.stream()
                .filter(fragment -> ValueStreams.lengthBytes(fragment) > 0)
                .toList();
        if (frameCount == 1 && !filled.isEmpty()) {
            return new FrameFragments(List.of(filled));
        }
        if (filled.size() == frameCount) {
            return new FrameFragments(filled.stream().map(List::of).toList());
        }
        OffsetTable basic = OffsetTable.basic(pixelData);
        for (OffsetTable table : List.of(OffsetTable.extended(image), basic)) {
            Optional<List<Integer>> told = table.starts(fragments, frameCount);
            if (told.isPresent()) {
                return split(fragments, told.get(), frameCount);
            }
            if (!table.isEmpty()) {
                LOG.warn(
                        "Pixel Data: {} of {} entries does not fit {} frames in {} fragments: not used",
                        table.name(),
                        table.offsets().size(),
                        frameCount,
                        fragments.size());
            }
        }
        return byMarks(fragments, frameCount)
                .orElseThrow(() -> FrameReader.refused(
                        fragments.size() + " fragments and an offset table of "
                                + basic.offsets().size() + " entries",
                        frameCount + " frames that can be told apart"));
    }

    /** Starts are believed, or those after an end, if they make as many frames; more, if there is no other way. */
    private static Optional<FrameFragments> byMarks(List<Value> fragments, int frameCount) throws IOException {
        List<Integer> starts = FrameMarks.starts(fragments);
        List<Integer> afterEnds = FrameMarks.afterEnds(fragments, starts);
        for (List<Integer> found : List.of(starts, afterEnds)) {
            if (found.size() == frameCount && found.get(0) == 0) {
                return Optional.of(split(fragments, found, frameCount));
            }
        }
        if (starts.size() > frameCount && starts.get(0) == 0) {
            LOG.warn("Pixel Data: got {} frames, expected {}: the rest is left out", starts.size(), frameCount);
            return Optional.of(split(fragments, starts, frameCount));
        }
        return Optional.empty();
    }

    /** Cuts before each start. */
    private static FrameFragments split(List<Value> fragments, List<Integer> starts, int frameCount) {
        List<List<Value>> frames = new ArrayList<>();
        for (int i = 0; i < frameCount; i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : fragments.size();
            frames.add(fragments.subList(starts.get(i), end));
        }
        return new FrameFragments(frames);
    }

    /** The fragments of a frame (numbered from 0), joined. */
    byte[] bytes(int frame) throws IOException {
        List<Value> fragments = frames.get(frame);
        if (fragments.size() == 1) {
            try (InputStream in = ValueStreams.open(fragments.get(0))) {
                return in.readAllBytes();
            }
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Value fragment : fragments) {
            try (InputStream in = ValueStreams.open(fragment)) {
                in.transferTo(joined);
            }
        }
        return joined.toByteArray();
    }
}
