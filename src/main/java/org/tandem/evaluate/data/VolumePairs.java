package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandem.inference.input.Exam;
import org.tandem.volume.Volume;

/**
 * Volumes with label maps, NIfTI or NRRD. Either in folders {@code images*} and {@code labels*} with the same names
 * (Medical Segmentation Decathlon; of nnU-Net's {@code NAME_0000} the first channel), what follows {@code images} being
 * the split; or beside each other: {@code NAME_label}, {@code _seg}, {@code _mask} (or with {@code -}) to {@code NAME}
 * or {@code NAME_image}.
 */
final class VolumePairs {

    private static final Pattern TRUTH = Pattern.compile("(.+)[_-](label|labels|seg|mask)");
    private static final List<String> IMAGE_ENDINGS = List.of("", "_image", "-image", "_0000");

    private final Path root;
    private final Map<String, Path> byStem = new HashMap<>();

    private VolumePairs(Path root) {
        this.root = root;
    }

    static boolean isVolume(Path file) {
        return NiftiFile.isNifti(file) || NrrdFile.isNrrd(file);
    }

    static Volume volume(Path file) throws IOException {
        return NrrdFile.isNrrd(file) ? NrrdFile.read(file) : NiftiFile.read(file);
    }

    static List<Case> read(DataSetOptions options) throws IOException {
        return new VolumePairs(options.root()).read();
    }

    private List<Case> read() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(VolumePairs::isVolume).sorted().toList();
        }
        files.forEach(file -> byStem.putIfAbsent(stem(file), file));
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            Optional<Path> image = imageOf(file);
            if (image.isPresent()) {
                cases.add(of(image.get(), file));
            }
        }
        return cases;
    }

    private Case of(Path image, Path truth) {
        String name = id(truth);
        Map<String, String> columns = new HashMap<>();
        String folder = folder(image);
        if (folder.startsWith("images") && folder.length() > "images".length()) {
            columns.put(Case.SPLIT, folder.substring("images".length()).toLowerCase(Locale.ROOT));
        }
        return new Case(
                id(image),
                levels -> Exam.of(volume(image)),
                new Truth.Masks(grid -> LabelMap.masks(LabelMap.requireSamePlace(volume(truth), grid, name), name)),
                columns);
    }

    /** The image of a label map; empty where the file is none. */
    private Optional<Path> imageOf(Path truth) {
        String stem = stem(truth);
        Matcher named = TRUTH.matcher(stem);
        String folder = folder(truth);
        String of = folder.startsWith("labels")
                ? stem.replaceFirst("(^|/)labels([^/]*)/", "$1images$2/")
                : named.matches() ? named.group(1) : "";
        return of.isEmpty()
                ? Optional.empty()
                : IMAGE_ENDINGS.stream()
                        .map(ending -> byStem.get(of + ending))
                        .flatMap(Stream::ofNullable)
                        .findFirst();
    }

    private String folder(Path file) {
        Path parent = root.relativize(file).getParent();
        return parent == null ? "" : parent.getFileName().toString();
    }

    private String id(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** The path in the set without suffix. */
    private String stem(Path file) {
        return id(file).replaceFirst("(?i)\\.(nii|nii\\.gz|nrrd)$", "");
    }
}
