package org.tandem.series;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Reads planes that have no place in the patient, each as a volume of one slice: single images, or the frames of an
 * image that has several. They need not be of one size.
 */
final class PictureReader {

    private static final Axes AXES = new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1));
    private static final Vector3 CORNER = new Vector3(0, 0, 0);

    private PictureReader() {}

    /** Whether all are of kinds that have no place in the patient, and none says that it has one nevertheless. */
    static boolean arePictures(List<Slice> slices) {
        return !slices.isEmpty()
                && slices.stream()
                        .allMatch(slice -> PictureClasses.contain(slice.image().requireUid(Tag.SOP_CLASS_UID))
                                && slice.attributes().imagePosition().isEmpty());
    }

    /** Of planes in any order. */
    static Reading read(List<Slice> slices) {
        List<Supplier<Optional<Refusal>>> checks = List.of(
                () -> IdentityCheck.mixedPatient(slices),
                () -> PlaneCheck.mixedSeries(slices),
                () -> slices.stream()
                        .flatMap(slice -> Preflight.tooLarge(slice, 1).stream())
                        .findFirst(),
                () -> PixelCheck.undecodable(slices));
        return checks.stream()
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .<Reading>map(refusal -> new Reading.Refused(List.of(refusal)))
                .orElseGet(() -> decode(inOrder(slices)));
    }

    /** By Instance Number where there is one; what has the same number, in an order that is always the same. */
    private static List<Slice> inOrder(List<Slice> slices) {
        return slices.stream()
                .sorted(Comparator.<Slice>comparingInt(slice ->
                                slice.image().integer(Tag.INSTANCE_NUMBER).orElse(Integer.MAX_VALUE))
                        .thenComparing(slice -> slice.image().requireUid(Tag.SOP_INSTANCE_UID))
                        .thenComparing(Slice::frame))
                .toList();
    }

    private static Reading decode(List<Slice> slices) {
        List<SeriesVolume> pictures = new ArrayList<>();
        List<Refusal> broken = slices.stream()
                .map(slice -> Refusal.of(
                        ReasonCode.UNSUPPORTED_PIXELS, slice.name() + ", ", () -> pictures.add(picture(slice))))
                .flatMap(Optional::stream)
                .toList();
        return broken.isEmpty() ? new Reading.Pictures(pictures) : new Reading.Refused(broken);
    }

    private static SeriesVolume picture(Slice slice) {
        PictureGeometry geometry =
                PictureGeometry.of(slice.image(), slice.attributes().pixelSpacing());
        DataSet header = slice.image().toBuilder().remove(Tag.PIXEL_DATA).build();
        SourceSeries source = new SourceSeries(header, List.of(slice.reference()), geometry);
        Grid grid = grid(slice.image(), geometry);
        if (slice.pixels().photometric().isMonochrome()) {
            GreyPixels grey = GreyPixels.of(slice);
            return new SeriesVolume(source, new Volume(grid, grey.values()), List.of(), !grey.turned());
        }
        ColourPixels colour = ColourPixels.of(slice);
        List<Volume> channels = Stream.of(colour.red(), colour.green(), colour.blue())
                .map(values -> new Volume(grid, values))
                .toList();
        return new SeriesVolume(source, new Volume(grid, colour.luminance()), channels, false);
    }

    private static Grid grid(DataSet image, PictureGeometry geometry) {
        Size size = new Size(image.requireInteger(Tag.COLUMNS), image.requireInteger(Tag.ROWS), 1);
        return new Grid(size, AXES, geometry.spacingMm(), CORNER);
    }
}
