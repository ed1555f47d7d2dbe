package org.tandem.result.iod;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.series.SourceSlice;

/**
 * Image SOP Instance Reference (PS3.3 Table 10-3): an instance, or frames of it, or a segment of it.
 *
 * @param frames Referenced Frame Number (0008,1160), ascending; none for the whole instance
 * @param segment Referenced Segment Number (0062,000B); never together with frames
 */
public record ImageReference(Uid sopClass, Uid sopInstance, List<Integer> frames, OptionalInt segment) {

    public ImageReference {
        frames = List.copyOf(frames);
    }

    public static ImageReference to(SourceSlice slice) {
        List<Integer> frames =
                slice.frameNumber().isPresent() ? List.of(slice.frameNumber().getAsInt()) : List.of();
        return new ImageReference(slice.sopClass(), slice.sopInstance(), frames, OptionalInt.empty());
    }

    public static ImageReference to(ResultObject result) {
        return new ImageReference(result.sopClass(), result.sopInstance(), List.of(), OptionalInt.empty());
    }

    /** One frame, from 1. */
    public static ImageReference toFrame(Uid sopClass, Uid sopInstance, int frame) {
        return new ImageReference(sopClass, sopInstance, List.of(frame), OptionalInt.empty());
    }

    public static ImageReference toSegment(Uid sopClass, Uid sopInstance, int segment) {
        return new ImageReference(sopClass, sopInstance, List.of(), OptionalInt.of(segment));
    }

    /** The same instance with the frames of both. */
    public ImageReference and(ImageReference other) {
        List<Integer> both = Stream.concat(frames.stream(), other.frames.stream())
                .distinct()
                .sorted()
                .toList();
        return new ImageReference(sopClass, sopInstance, both, segment);
    }

    public ImageReference whole() {
        return new ImageReference(sopClass, sopInstance, List.of(), segment);
    }

    /** Class and instance only (SOP Instance Reference, Table 10-11). */
    public void writeInstance(ModuleWriter item) {
        item.type1(Tag.REFERENCED_SOP_CLASS_UID, sopClass);
        item.type1(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstance);
    }

    public void write(ModuleWriter item) {
        writeInstance(item);
        int[] numbers = frames.stream().flatMapToInt(IntStream::of).toArray();
        item.type1C(numbers.length > 0, Tag.REFERENCED_FRAME_NUMBER, numbers);
        item.type1C(segment.isPresent(), Tag.REFERENCED_SEGMENT_NUMBER, new int[] {segment.orElse(0)});
    }
}
