package org.tandem.evaluate.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/**
 * BraTS (doi:10.1109/TMI.2014.2377694): a folder a patient with T1, T1 with contrast, T2, FLAIR and a label map, NIfTI
 * on one grid. Labels are 1 necrosis, 2 oedema, 4 (from 2023 on 3) enhancing tumour; evaluated are, as in the
 * challenge, the whole tumour (all labels), its core (1, 3, 4) and the enhancing part (3, 4). The image is T1 with
 * contrast, or else FLAIR; a model of several series gets all that are there, by the names {@link #SEQUENCES}.
 */
final class Brats {

    private static final Pattern TRUTH = Pattern.compile("(.+[_-])seg\\.nii(\\.gz)?");

    /** What sequences are called in names of files: until 2021, and from 2023 on. */
    private static final Map<String, List<String>> SEQUENCES = Map.of(
            "T1", List.of("t1", "t1n"),
            "T1c", List.of("t1ce", "t1c"),
            "T2", List.of("t2", "t2w"),
            "FLAIR", List.of("flair", "t2f"));

    private Brats() {}

    static List<Case> read(DataSetOptions options) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(options.root())) {
            files = all.filter(NiftiFile::isNifti).sorted().toList();
        }
        List<Case> cases = new ArrayList<>();
        for (Path file : files) {
            Matcher truth = TRUTH.matcher(file.getFileName().toString());
            if (truth.matches()) {
                cases.add(of(options.root(), file, sequences(file, truth.group(1))));
            }
        }
        return cases;
    }

    private static Case of(Path root, Path truth, Map<String, Path> sequences) {
        String main = sequences.containsKey("T1c") ? "T1c" : "FLAIR";
        Path image = sequences.get(main);
        if (image == null) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "BraTS " + truth.getParent() + ": got " + sequences.keySet()
                            + ", expected T1c or FLAIR beside the label map");
        }
        String id = root.relativize(image).toString().replace('\\', '/');
        return new Case(id, levels -> exam(sequences, main), new Truth.Masks(grid -> regions(truth, grid)), Map.of());
    }

    private static Exam exam(Map<String, Path> sequences, String main) throws IOException {
        Map<String, Volume> series = new TreeMap<>();
        for (Map.Entry<String, Path> sequence : sequences.entrySet()) {
            series.put(sequence.getKey(), NiftiFile.read(sequence.getValue()));
        }
        return Exam.of(series, main);
    }

    private static Map<String, Path> sequences(Path truth, String start) {
        Map<String, Path> found = new TreeMap<>();
        SEQUENCES.forEach((name, spellings) -> spellings.stream()
                .flatMap(spelling -> Stream.of(".nii.gz", ".nii").map(suffix -> start + spelling + suffix))
                .map(truth::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .ifPresent(file -> found.put(name, file)));
        return found;
    }

    private static Map<String, Mask> regions(Path truth, Grid grid) throws IOException {
        Volume labels = LabelMap.requireSamePlace(NiftiFile.read(truth), grid, String.valueOf(truth.getFileName()));
        Map<String, Mask> regions = new TreeMap<>();
        regions.put("Whole tumour", LabelMap.where(labels, label -> label != 0));
        regions.put("Tumour core", LabelMap.where(labels, label -> label == 1 || label >= 3));
        regions.put("Enhancing tumour", LabelMap.where(labels, label -> label >= 3));
        return regions;
    }
}
