package org.tandem.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.TandemException;

/**
 * The cases done so far, a line of JSON each, below a line that says what is evaluated on what. Whoever is killed goes
 * on from it: a line that was cut off is dropped, its case done again. For one thread.
 */
final class Journal implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, CaseRecord> done;
    private final Writer out;

    private Journal(Map<String, CaseRecord> done, Writer out) {
        this.done = done;
        this.out = out;
    }

    /** Opens or begins one; refuses one of something else. */
    static Journal open(Path file, Evaluation.Subject subject) throws IOException {
        Map<String, CaseRecord> done = new LinkedHashMap<>();
        String first = MAPPER.writeValueAsString(subject);
        if (Files.exists(file)) {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (!whole.isEmpty() && !whole.startsWith(first + "\n")) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "Journal " + file + ": got one of "
                                + whole.lines().findFirst().orElse("nothing") + ", expected " + first
                                + "; evaluate into another folder");
            }
            for (String line : whole.lines().skip(1).toList()) {
                CaseRecord record = MAPPER.readValue(line, CaseRecord.class);
                done.put(record.id(), record);
            }
            Files.writeString(file, whole.isEmpty() ? first + "\n" : whole);
        } else {
            Files.writeString(file, first + "\n");
        }
        return new Journal(done, Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
    }

    /** Whether the case was evaluated; one that failed is to be tried again. */
    boolean has(String id) {
        return Optional.ofNullable(done.get(id)).filter(CaseRecord::isEvaluated).isPresent();
    }

    long failures() {
        return done.values().stream().filter(one -> !one.isEvaluated()).count();
    }

    /** Adds a line and hands it to the system, so that it outlives this process. */
    void add(CaseRecord record) throws IOException {
        done.put(record.id(), record);
        out.write(line(record) + "\n");
        out.flush();
    }

    /** All that are done, in the order in which they were. */
    Map<String, CaseRecord> done() {
        return Map.copyOf(done);
    }

    private static String line(CaseRecord record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new TandemException(TandemException.Kind.BUG, "Case cannot be written as JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
