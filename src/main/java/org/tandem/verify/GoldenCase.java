package org.tandem.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;

/**
 * An image whose answer is known, kept beside the model: {@code golden/input/} holds its DICOM files, one series or
 * those of one study that a model looks at together, {@code golden/expected.json} what the model said of it, and how
 * far off it may be elsewhere.
 */
public record GoldenCase(Path folder) {

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** The case beside the model in this folder, whether it is there or not. */
    public static GoldenCase beside(Path modelFolder) {
        return new GoldenCase(modelFolder.resolve("golden"));
    }

    /** Whether there is one. */
    public boolean exists() {
        return Files.exists(expectedFile());
    }

    /** Whether there is an image, be its answer known or not. */
    public boolean hasInput() {
        return Files.isDirectory(inputFolder());
    }

    /** Where an answer is not the expected one, in sentences. */
    public List<String> differences(List<Map<String, Double>> answers) {
        Expected expected = expected();
        if (answers.size() != expected.images().size()) {
            return List.of("got answers to " + answers.size() + " images, expected "
                    + expected.images().size());
        }
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            differences.addAll(expected.tolerance()
                    .differences(answers.get(i), expected.images().get(i)));
        }
        return differences;
    }

    /** Copies images to where the case has them, in place of those that it had. */
    public void take(List<Path> images) {
        try {
            Files.createDirectories(inputFolder());
            for (Path old : images()) {
                Files.delete(old);
            }
            for (int i = 0; i < images.size(); i++) {
                String name = String.format(Locale.ROOT, "IM%04d.dcm", i + 1);
                Files.copy(images.get(i), inputFolder().resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw refused("cannot be written: " + e.getMessage(), e);
        }
    }

    /** From now on these answers are the expected ones. */
    public void expect(List<Map<String, Double>> answers) {
        try {
            String json = MAPPER.writeValueAsString(new Expected(Tolerance.USUAL, answers));
            Files.writeString(expectedFile(), json + System.lineSeparator());
        } catch (IOException e) {
            throw refused("cannot be written: " + e.getMessage(), e);
        }
    }

    /** Its DICOM files; refuses to do without. */
    public List<Path> images() {
        if (!hasInput()) {
            throw refused("got no folder input, expected one with DICOM files", null);
        }
        try (Stream<Path> files = Files.list(inputFolder())) {
            return files.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        } catch (IOException e) {
            throw refused("cannot be read: " + e.getMessage(), e);
        }
    }

    private Expected expected() {
        try {
            return MAPPER.readValue(expectedFile().toFile(), Expected.class);
        } catch (JsonProcessingException e) {
            throw refused("expected.json is not what verify --write-golden writes: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw refused("cannot be read: " + e.getMessage(), e);
        }
    }

    private Path inputFolder() {
        return folder.resolve("input");
    }

    private Path expectedFile() {
        return folder.resolve("expected.json");
    }

    private TandemException refused(String what, @Nullable Exception cause) {
        return new TandemException(TandemException.Kind.REFUSE, "Golden case " + folder + ": " + what, cause);
    }

    /** The file's content. */
    private record Expected(Tolerance tolerance, List<Map<String, Double>> images) {}
}
