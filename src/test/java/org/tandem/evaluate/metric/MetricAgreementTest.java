package org.tandem.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Our measures against those of scikit-learn, SciPy, MONAI, MedPy, SimpleITK and confidenceinterval on fixed arrays:
 * {@code metric-agreement.json}, written by {@code etc/judges/metric_agreement.py}. The table is printed into
 * {@code target/metric-agreement.md}.
 */
final class MetricAgreementTest {

    private static final Path TABLE = Path.of("target", "metric-agreement.md");

    private static final Set<String> IN_SINGLE = Set.of("MONAI", "confidenceinterval");
    private static final double SINGLE = 2e-6;
    private static final double DOUBLE = 1e-9;

    /** The judge draws other resamples. */
    private static final double RESAMPLED = 0.02;

    @Test
    void everyMeasureAgreesWithEveryJudge() throws IOException {
        AgreementArrays arrays = AgreementArrays.read();
        List<String> lines = new ArrayList<>(
                List.of("| measure | on | judge | its value | ours | difference |", "|---|---|---|---|---|---|"));
        List<String> differing = new ArrayList<>();
        for (JsonNode value : arrays.values()) {
            double ours = arrays.ours(value);
            double judged = value.get("value").asDouble();
            String line = String.format(
                    Locale.ROOT,
                    "| %s | %s | %s %s | %.9f | %.9f | %.1e |",
                    value.get("measure").asText(),
                    value.get("on").asText(),
                    value.get("judge").asText(),
                    arrays.version(value.get("judge").asText()),
                    judged,
                    ours,
                    Math.abs(ours - judged));
            lines.add(line);
            if (!(Math.abs(ours - judged) <= tolerance(value))) {
                differing.add(line);
            }
        }
        Files.createDirectories(TABLE.getParent());
        Files.write(TABLE, lines);
        assertThat(differing).as("measures that differ from a judge's").isEmpty();
        assertThat(lines).as("values compared").hasSizeGreaterThan(80);
    }

    @Test
    void everyJudgeIsHeard() throws IOException {
        Map<String, Integer> counts = new LinkedHashMap<>();
        AgreementArrays.read()
                .values()
                .forEach(value -> counts.merge(value.get("judge").asText(), 1, Integer::sum));

        assertThat(counts)
                .containsOnlyKeys(
                        "scikit-learn", "SciPy", "MONAI", "MedPy", "SimpleITK", "confidenceinterval", "definition");
    }

    private static double tolerance(JsonNode value) {
        if (value.get("measure").asText().contains("bootstrap")) {
            return RESAMPLED;
        }
        return IN_SINGLE.contains(value.get("judge").asText()) ? SINGLE : DOUBLE;
    }
}
