package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Vector3;

/**
 * The boxes of ChestX-ray14, {@code BBox_List_2017.csv}: image, finding, and x, y, width, height in pixels of the
 * published 1024 × 1024 pictures. They are brought to the size of the picture that is there.
 */
final class ChestBoxes {

    private static final double PUBLISHED_PIXELS = 1024;

    private ChestBoxes() {}

    /** One box, in pixels as published. */
    record Box(String finding, double x, double y, double width, double height) {}

    /** By the image's name; none where there is no file. */
    static Map<String, List<Box>> read(Optional<Path> file) throws IOException {
        Map<String, List<Box>> boxes = new HashMap<>();
        if (file.isPresent()) {
            for (List<String> row : CsvTable.records(file.get())) {
                boxes.computeIfAbsent(row.get(0), image -> new ArrayList<>()).add(box(row, file.get()));
            }
        }
        return boxes;
    }

    private static Box box(List<String> row, Path file) {
        try {
            return new Box(
                    row.get(1),
                    Double.parseDouble(row.get(2)),
                    Double.parseDouble(row.get(3)),
                    Double.parseDouble(row.get(4)),
                    Double.parseDouble(row.get(5)));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Table " + file + ": got the row " + row + ", expected image, finding, x, y, width, height",
                    e);
        }
    }

    /** In voxel indices of the picture, whose first pixel reaches from −0.5 to 0.5. */
    static List<Truth.Place> places(List<Box> boxes, Path picture) throws IOException {
        if (boxes.isEmpty()) {
            return List.of();
        }
        double[] size = size(picture);
        double acrossX = size[0] / PUBLISHED_PIXELS;
        double acrossY = size[1] / PUBLISHED_PIXELS;
        return boxes.stream()
                .map(box -> new Truth.Place(
                        box.finding(),
                        new Vector3(box.x() * acrossX - 0.5, box.y() * acrossY - 0.5, -0.5),
                        new Vector3(
                                (box.x() + box.width()) * acrossX - 0.5,
                                (box.y() + box.height()) * acrossY - 0.5,
                                0.5)))
                .toList();
    }

    /** Width and height, from the file's header. */
    private static double[] size(Path picture) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "Picture " + picture + ": got a format that is not known, expected PNG or JPEG");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return new double[] {reader.getWidth(0), reader.getHeight(0)};
            } finally {
                reader.dispose();
            }
        }
    }
}
