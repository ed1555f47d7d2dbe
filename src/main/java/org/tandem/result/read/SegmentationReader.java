package org.tandem.result.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.tandem.codec.FramePicture;
import org.tandem.codec.FrameReader;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;

/**
 * Reads a Segmentation or Label Map Segmentation (PS3.3 A.51) of anybody: binary, fractional or label map, of any
 * transfer syntax that images may have; frames in any order, empty ones left out, segments overlapping. Pixels are
 * decoded only when they are asked for, frame by frame.
 */
public final class SegmentationReader {

    private static final List<Uid> SOP_CLASSES =
            List.of(SopClasses.SEGMENTATION_STORAGE, SopClasses.LABEL_MAP_SEGMENTATION_STORAGE);

    private final DicomFile file;
    private final DataSet image;

    private SegmentationReader(DicomFile file) {
        this.file = file;
        this.image = file.dataSet();
    }

    /** Whether an object is of a class that this reads. */
    public static boolean reads(DataSet dataSet) {
        return dataSet.uid(Tag.SOP_CLASS_UID).filter(SOP_CLASSES::contains).isPresent();
    }

    /** Reads what says itself where its frames lie. */
    public static ReadSegmentation read(DicomFile file) {
        return read(file, SourcePlanes.NONE);
    }

    /** Reads; frames that do not say where they lie are where their source is. */
    public static ReadSegmentation read(DicomFile file, SourcePlanes sources) {
        return new SegmentationReader(file).read(sources);
    }

    private ReadSegmentation read(SourcePlanes sources) {
        if (!reads(image)) {
            throw refused(
                    "SOP Class",
                    image.uid(Tag.SOP_CLASS_UID).map(SopClasses::name).orElse("none"),
                    "Segmentation or Label Map Segmentation");
        }
        SegmentationCoding coding = coding();
        Map<Integer, ReadSegment> segments = segments(coding);
        List<ReadFrame> frames = frames(coding, segments, sources);
        FrameReader pixels = FrameReader.of(file);
        coding.require(pixels.format());
        return new ReadSegmentation(
                coding,
                segments,
                new ReadFrames(
                        "Segmentation",
                        frames,
                        new int[] {pixels.format().columns(), pixels.format().rows()},
                        FrameTable.sliceSpacingMm(image)),
                pixels,
                image.uid(Tag.FRAME_OF_REFERENCE_UID));
    }

    private SegmentationCoding coding() {
        boolean labelMap = image.uid(Tag.SOP_CLASS_UID)
                .filter(SopClasses.LABEL_MAP_SEGMENTATION_STORAGE::equals)
                .isPresent();
        String type = image.string(Tag.SEGMENTATION_TYPE).orElse(labelMap ? "LABELMAP" : "BINARY");
        OptionalInt padding = image.integer(Tag.PIXEL_PADDING_VALUE);
        return switch (type) {
            case "BINARY" -> SegmentationCoding.BINARY;
            case "LABELMAP" -> SegmentationCoding.labelMap(padding);
            case "FRACTIONAL" ->
                SegmentationCoding.fractional(
                        image.string(Tag.SEGMENTATION_FRACTIONAL_TYPE),
                        image.integer(Tag.MAXIMUM_FRACTIONAL_VALUE)
                                .orElseThrow(() -> refused("Maximum Fractional Value", "none", "1 to 255")));
            default -> throw refused("Segmentation Type", type, "BINARY, FRACTIONAL or LABELMAP");
        };
    }

    private Map<Integer, ReadSegment> segments(SegmentationCoding coding) {
        Optional<IntUnaryOperator> palette = coding.isLabelMap() ? FramePicture.palette(image) : Optional.empty();
        Map<Integer, ReadSegment> segments = new TreeMap<>();
        for (DataSet item : image.items(Tag.SEGMENT_SEQUENCE)) {
            OptionalInt rgb = palette.map(
                            colours -> OptionalInt.of(colours.applyAsInt(item.requireInteger(Tag.SEGMENT_NUMBER))))
                    .orElse(OptionalInt.empty());
            ReadSegment segment = ReadSegment.of(item, rgb);
            if (segments.put(segment.number(), segment) != null) {
                throw refused("Segment Sequence", "number " + segment.number() + " twice", "each once");
            }
        }
        if (segments.isEmpty()) {
            throw refused("Segment Sequence", "no item", "at least one");
        }
        return segments;
    }

    private List<ReadFrame> frames(
            SegmentationCoding coding, Map<Integer, ReadSegment> segments, SourcePlanes sources) {
        List<ReadFrame> frames = new ArrayList<>();
        for (ReadFrame frame : FrameTable.read(image, "Segmentation", sources)) {
            OptionalInt segment = coding.isLabelMap() ? OptionalInt.empty() : OptionalInt.of(number(frame, segments));
            frames.add(new ReadFrame(frame.index(), segment, frame.plane(), frame.sources()));
        }
        return frames;
    }

    /** Of which segment a frame is; it may leave that out where there is only one. */
    private static int number(ReadFrame frame, Map<Integer, ReadSegment> segments) {
        int only = segments.keySet().iterator().next();
        int number = frame.segment().orElse(segments.size() == 1 ? only : Integer.MIN_VALUE);
        if (!segments.containsKey(number)) {
            throw refused(
                    "frame " + (frame.index() + 1),
                    frame.segment().isPresent() ? "segment " + number : "no segment",
                    "one of " + shortened(segments));
        }
        return number;
    }

    static String shortened(Map<Integer, ReadSegment> segments) {
        int[] numbers = segments.keySet().stream().mapToInt(n -> n).limit(20).toArray();
        return Arrays.toString(numbers) + (segments.size() > numbers.length ? " and more" : "");
    }

    static TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, "Segmentation, " + where + ": got " + got + ", expected " + expected);
    }
}
