package org.tandem.series;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;

/** One instance of a series: a single plane, or several as frames. For one thread until its pixels were asked for. */
final class SourceImage {

    /** Without these, results could not say what they were made of. */
    private static final int[] NEEDED = {
        Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID
    };

    private final DicomFile file;
    private @Nullable FrameReader pixels;

    SourceImage(DicomFile file) {
        this.file = file;
    }

    /** The first element among those that identify an instance that this one lacks. */
    Optional<String> missingIdentifier() {
        return missingIdentifier(dataSet());
    }

    static Optional<String> missingIdentifier(DataSet header) {
        return IntStream.of(NEEDED)
                .filter(tag -> header.uid(tag).isEmpty())
                .mapToObj(Tag::format)
                .findFirst();
    }

    /** All planes. */
    List<Slice> slices() {
        int frames = Math.max(1, dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        return IntStream.range(0, frames)
                .mapToObj(frame -> new Slice(this, frame, FrameAttributes.of(dataSet(), frame)))
                .toList();
    }

    DicomFile file() {
        return file;
    }

    DataSet dataSet() {
        return file.dataSet();
    }

    String name() {
        return "Instance " + dataSet().string(Tag.SOP_INSTANCE_UID).orElse("without UID");
    }

    /** Whether its planes are referred to by frame number. */
    boolean isMultiFrame() {
        int frames = dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(0);
        return frames > 1 || frames == 1 && dataSet().contains(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    }

    /** Its frames, one reader for all of them; refuses what cannot be decoded. */
    FrameReader pixels() {
        FrameReader reader = pixels == null ? FrameReader.of(file) : pixels;
        pixels = reader;
        return reader;
    }
}
