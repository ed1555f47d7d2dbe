package org.tandem.result.show;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.result.read.FramePlane;
import org.tandem.result.read.ParametricMapReader;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.result.read.SegmentationReader;
import org.tandem.result.read.SourcePlanes;

/** The frames of the images at hand. Only headers are read until a frame is drawn. */
public final class SourceImages implements SourcePlanes {

    private final List<Frame> frames;
    private final boolean asked;

    private record Frame(Backdrop backdrop, Optional<Uid> frameOfReference) {}

    private SourceImages(List<Frame> frames, boolean asked) {
        this.frames = frames;
        this.asked = asked;
    }

    /** No images were asked for: results are shown on black. */
    public static SourceImages none() {
        return new SourceImages(List.of(), false);
    }

    /** Those among the files that are images and no results; other files are left out. */
    public static SourceImages of(List<Path> files) {
        List<Frame> frames = new ArrayList<>();
        for (Path file : files) {
            header(file).ifPresent(header -> FrameBackdrop.all(file, header)
                    .forEach(backdrop -> frames.add(new Frame(backdrop, header.uid(Tag.FRAME_OF_REFERENCE_UID)))));
        }
        return new SourceImages(frames, true);
    }

    private static Optional<DataSet> header(Path file) {
        try {
            DataSet header = DicomFileReader.readHeader(file).dataSet();
            boolean image = header.contains(Tag.ROWS)
                    && header.uid(Tag.SOP_INSTANCE_UID).isPresent()
                    && !SegmentationReader.reads(header)
                    && !ParametricMapReader.reads(header);
            return image ? Optional.of(header) : Optional.empty();
        } catch (TandemException e) {
            return Optional.empty(); // a folder of images may hold anything
        }
    }

    /** Whether there are images to draw on. */
    boolean asked() {
        return asked;
    }

    @Override
    public Optional<FramePlane> plane(ReferencedFrame reference) {
        return called(reference).flatMap(Backdrop::plane);
    }

    /** The frame that a reference means; of a reference to a whole instance, its first. */
    Optional<Backdrop> called(ReferencedFrame reference) {
        return frames.stream()
                .map(Frame::backdrop)
                .filter(backdrop -> backdrop.isCalled(reference))
                .findFirst();
    }

    /** Those of any of these names, in their order here. */
    List<Backdrop> called(List<ReferencedFrame> references) {
        return frames.stream()
                .map(Frame::backdrop)
                .filter(backdrop -> references.stream().anyMatch(backdrop::isCalled))
                .toList();
    }

    /**
     * Those with a place in this frame of reference, along their normal; refuses to have none, as nothing else lies
     * where the result lies.
     *
     * @param what the result, for the message
     */
    List<Backdrop> in(Uid frameOfReference, String what) {
        List<Backdrop> there = frames.stream()
                .filter(frame -> frame.frameOfReference()
                        .filter(frameOfReference::equals)
                        .isPresent())
                .map(Frame::backdrop)
                .filter(backdrop -> backdrop.plane().isPresent())
                .sorted(Comparator.comparingDouble(Backdrop::heightMm))
                .toList();
        if (there.isEmpty()) {
            throw missing(what, "images of frame of reference " + frameOfReference);
        }
        return there;
    }

    /** That what was asked for is not among the images. */
    TandemException missing(String what, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE, what + ": got " + described() + ", expected " + expected);
    }

    private String described() {
        TreeSet<String> references = frames.stream()
                .map(frame -> frame.frameOfReference().map(Uid::value).orElse("none"))
                .collect(Collectors.toCollection(TreeSet::new));
        return frames.isEmpty()
                ? "no image"
                : frames.size() + (frames.size() == 1 ? " image" : " images") + " of frame of reference "
                        + String.join(", ", references);
    }
}
