package org.tandem.result.show;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tandem.codec.FramePicture;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.picture.Sides;
import org.tandem.picture.View;
import org.tandem.result.read.FramePlane;
import org.tandem.result.read.ReferencedFrame;

/** The frames of an image in a file, as a display shows them. */
final class FrameBackdrop {

    private FrameBackdrop() {}

    /** Decoded from the file when they are drawn. */
    static List<Backdrop> all(Path file, DataSet header) {
        return all(header, frame -> FramePicture.of(DicomFileReader.read(file), frame));
    }

    static List<Backdrop> all(DicomFile image) {
        return all(image.dataSet(), frame -> FramePicture.of(image, frame));
    }

    private static List<Backdrop> all(DataSet header, IntFunction<BufferedImage> pixels) {
        int count = Math.max(1, header.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
        return IntStream.range(0, count)
                .mapToObj(frame -> {
                    Optional<FramePlane> plane = plane(header, frame);
                    return new Backdrop(
                            List.of(ReferencedFrame.of(header.requireUid(Tag.SOP_INSTANCE_UID), frame + 1)),
                            header.requireInteger(Tag.COLUMNS),
                            header.requireInteger(Tag.ROWS),
                            plane,
                            () -> view(header, plane, pixels.apply(frame)));
                })
                .toList();
    }

    /** None where the geometry makes no sense: the image is still one to look at. */
    private static Optional<FramePlane> plane(DataSet header, int frame) {
        try {
            return FramePlane.of(FrameGroups.of(header, frame));
        } catch (TandemException e) {
            return Optional.empty();
        }
    }

    private static View view(DataSet header, Optional<FramePlane> plane, BufferedImage pixels) {
        return new View(
                pixels,
                plane.map(Backdrop::pixelSize).orElseGet(() -> pixelSize(header)),
                isCapture(header)
                        ? Optional.empty()
                        : plane.map(Backdrop::sides).or(() -> Sides.said(header)));
    }

    /** A captured screen has its letters in its pixels. */
    private static boolean isCapture(DataSet header) {
        return header.uid(Tag.SOP_CLASS_UID)
                .filter(SopClasses.SECONDARY_CAPTURE_IMAGE_STORAGE::equals)
                .isPresent();
    }

    /** Of a picture without a place: what it says of the size of its pixels, or of its ratio (PS3.3 10.7, C.7.6.3). */
    private static View.PixelSize pixelSize(DataSet header) {
        double[] spacing = header.decimals(Tag.PIXEL_SPACING);
        if (isSize(spacing)) {
            return new View.PixelSize(spacing[1], spacing[0], true);
        }
        double[] ratio = header.contains(Tag.IMAGER_PIXEL_SPACING)
                ? header.decimals(Tag.IMAGER_PIXEL_SPACING)
                : header.decimals(Tag.PIXEL_ASPECT_RATIO);
        return isSize(ratio) ? new View.PixelSize(ratio[1], ratio[0], false) : View.PixelSize.SQUARE;
    }

    private static boolean isSize(double[] values) {
        return values.length == 2 && values[0] > 0 && values[1] > 0 && Double.isFinite(values[0] + values[1]);
    }
}
