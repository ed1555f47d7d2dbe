package org.tandem.evaluate.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.volume.Size;

/**
 * MedMNIST v2 (doi:10.1038/s41597-022-01721-8): one {@code .npz} with arrays {@code train_images}, {@code train_labels}
 * and so on for {@code val} and {@code test}, of which any may be missing. Images are N×H×W, N×H×W×3, or, in 3D,
 * N×D×H×W; labels N×1 with the number of the class, or N×L with 0 and 1 for each of several. The arrays stay in memory.
 */
final class MedMnist {

    private static final List<String> SPLITS = List.of("train", "val", "test");

    private final Path file;
    private final Map<String, NpyArray> arrays = new HashMap<>();

    private MedMnist(Path file) {
        this.file = file;
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        MedMnist set = new MedMnist(options.root());
        set.readArrays();
        List<Case> cases = new ArrayList<>();
        for (String split : SPLITS) {
            if (set.arrays.containsKey(split + "_images")) {
                set.addCases(split, cases);
            }
        }
        return cases;
    }

    private void readArrays() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().replaceFirst("\\.npy$", "");
                if (SPLITS.stream().anyMatch(split -> name.startsWith(split + "_"))) {
                    arrays.put(name, NpyArray.read(zip, file.getFileName() + ", " + name));
                }
            }
        }
    }

    private void addCases(String split, List<Case> cases) {
        NpyArray images = require(split + "_images");
        NpyArray labels = require(split + "_labels");
        if (images.extent(0) != labels.extent(0)) {
            throw refused(split, images.extent(0) + " images and " + labels.extent(0) + " labels", "as many");
        }
        Set<String> known = known(labels);
        for (int i = 0; i < images.extent(0); i++) {
            int index = i;
            cases.add(new Case(
                    split + "/" + i,
                    levels -> image(images, index, levels),
                    new Truth.Labels(labels(labels, index), known),
                    Map.of(Case.SPLIT, split)));
        }
    }

    private NpyArray require(String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw refused(name, "nothing", "an array");
        }
        return array;
    }

    /** The numbers of all classes that can be meant. */
    private static Set<String> known(NpyArray labels) {
        int columns = columns(labels);
        double classes = columns == 1
                ? 1
                        + IntStream.range(0, labels.extent(0))
                                .mapToDouble(labels::at)
                                .max()
                                .orElse(0)
                : columns;
        return IntStream.range(0, (int) classes).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    private static int columns(NpyArray labels) {
        return labels.dimensions() < 2 ? 1 : labels.extent(1);
    }

    private static Set<String> labels(NpyArray labels, int index) {
        int columns = columns(labels);
        Set<String> present = new HashSet<>();
        for (int column = 0; column < columns; column++) {
            long value = (long) labels.at(index * columns + column);
            if (columns == 1) {
                present.add(Long.toString(value));
            } else if (value != 0) {
                present.add(Integer.toString(column));
            }
        }
        return present;
    }

    private Exam image(NpyArray images, int index, GreyLevels levels) {
        boolean colour = images.dimensions() == 4 && images.extent(3) == 3;
        boolean solid = images.dimensions() == 4 && !colour;
        if (images.dimensions() != 3 && !colour && !solid) {
            throw refused("images", images.dimensions() + " axes", "N×H×W, N×H×W×3 or N×D×H×W");
        }
        int depth = solid ? images.extent(1) : 1;
        int height = images.extent(solid ? 2 : 1);
        int width = images.extent(solid ? 3 : 2);
        return colour
                ? Pictures.colour(new Size(width, height, 1), pixels(images, index, width * height), levels)
                : grey(images, index, new Size(width, height, depth), levels);
    }

    private static Exam grey(NpyArray images, int index, Size size, GreyLevels levels) {
        float[] values = new float[size.voxels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) images.at(index * values.length + i);
        }
        levels.apply(values, Pictures.LARGEST);
        return Exam.of(Pictures.volume(size, values));
    }

    /** 0xRRGGBB. */
    private static int[] pixels(NpyArray images, int index, int count) {
        int[] pixels = new int[count];
        for (int i = 0; i < pixels.length; i++) {
            int at = 3 * (index * pixels.length + i);
            pixels[i] = ((int) images.at(at) << 16) | ((int) images.at(at + 1) << 8) | (int) images.at(at + 2);
        }
        return pixels;
    }

    private TandemException refused(String where, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "MedMNIST " + file + ", " + where + ": got " + got + ", expected " + expected);
    }
}
