package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.Uid;
import org.tandem.result.read.ReadSegmentation;
import org.tandem.result.read.ReferencedFrame;
import org.tandem.result.read.SegmentationReader;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/**
 * Masks as truth of a series or an image: of Segmentations by the labels of their segments, or else of a label map that
 * lies beside it.
 */
record DrawnMasks(DicomSubject subject, List<Path> segmentations) {

    DrawnMasks {
        segmentations = List.copyOf(segmentations);
    }

    /** Empty where there are none. */
    Optional<Truth> truth() throws IOException {
        return segmentations.isEmpty() ? labelMap() : Optional.of(new Truth.Masks(this::on));
    }

    private Map<String, Mask> on(Grid grid) {
        Map<String, Mask> masks = new TreeMap<>();
        for (Path file : segmentations) {
            ReadSegmentation segmentation = SegmentationReader.read(DicomFileReader.read(file));
            Map<Integer, Mask> byNumber = subject.instance()
                    .map(image -> onPicture(segmentation, image, grid))
                    .orElseGet(() -> segmentation.masksOn(grid));
            segmentation
                    .foreground()
                    .forEach(segment -> masks.put(
                            segment.label(), byNumber.getOrDefault(segment.number(), new Mask(grid, new BitSet()))));
        }
        return masks;
    }

    /** Of the frames that lie on one image; refuses frames of another size. */
    private static Map<Integer, Mask> onPicture(ReadSegmentation segmentation, Uid image, Grid grid) {
        Map<Integer, Mask> masks = new TreeMap<>();
        segmentation.pixelsOf(new ReferencedFrame(image, OptionalInt.empty())).forEach((number, pixels) -> {
            requireSize(segmentation, image, grid);
            masks.put(number, new Mask(grid, pixels));
        });
        return masks;
    }

    private static void requireSize(ReadSegmentation segmentation, Uid image, Grid grid) {
        if (segmentation.columns() != grid.size().x()
                || segmentation.rows() != grid.size().y()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Segmentation of image " + image + ": got " + segmentation.columns() + " × " + segmentation.rows()
                            + " pixels, expected the image's " + grid.size().x() + " × "
                            + grid.size().y());
        }
    }

    /** Beside a series; beside several images it would not say of which it is. */
    private Optional<Truth> labelMap() throws IOException {
        if (subject.instance().isPresent()) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(subject.files().get(0).resolveSibling("."), 2)) {
            return files.filter(VolumePairs::isVolume).sorted().findFirst().map(file -> {
                String name = String.valueOf(file.getFileName());
                return new Truth.Masks(
                        grid -> LabelMap.masks(LabelMap.requireSamePlace(VolumePairs.volume(file), grid, name), name));
            });
        }
    }
}
