package org.tandem.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tandem.dicom.TandemException;
import org.tandem.drift.DriftLine;
import org.tandem.drift.DriftWatch;

/**
 * What Prometheus is told of drift: the last 30 days beside the 30 before. Looked up anew at most every few minutes,
 * however often it is scraped. Its lock is itself.
 */
final class DriftGauges {

    static final int DAYS = 30;

    private static final Duration AGE = Duration.ofMinutes(5);

    private final DriftWatch watch;
    private final MultiGauge exams;
    private final MultiGauge means;
    private final MultiGauge distances;
    private final MultiGauge changes;
    private long refreshedNanos = System.nanoTime() - AGE.toNanos();

    DriftGauges(MeterRegistry registry, DriftWatch watch) {
        this.watch = watch;
        this.exams = gauge(registry, "tandem.drift.exams", "Exams of the last 30 days");
        this.means = gauge(registry, "tandem.drift.mean", "Mean of the last 30 days");
        this.distances = gauge(
                registry,
                "tandem.drift.distance",
                "Kolmogorov-Smirnov distance of the last 30 days from the 30 before");
        this.changes = gauge(
                registry, "tandem.drift.changed", "1 where the last 30 days differ from the 30 before or the manifest");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    /** What is known stays where the database does not answer. */
    synchronized void refresh() {
        if (System.nanoTime() - refreshedNanos < AGE.toNanos()) {
            return;
        }
        try {
            List<DriftLine> lines = watch.lines(DAYS);
            register(exams, lines, line -> line.now().tally().count());
            register(means, lines, line -> line.now().tally().mean());
            List<DriftLine> tested =
                    lines.stream().filter(line -> line.test().isPresent()).toList();
            register(distances, tested, line -> line.test().orElseThrow().distance());
            register(changes, lines, line -> line.hasChanged() || line.differsFromManifest() ? 1 : 0);
            refreshedNanos = System.nanoTime();
        } catch (TandemException e) {
            refreshedNanos = System.nanoTime();
        }
    }

    private static void register(MultiGauge gauge, List<DriftLine> lines, ToDoubleFunction<DriftLine> value) {
        gauge.register(
                lines.stream()
                        .<MultiGauge.Row<?>>map(line -> MultiGauge.Row.of(tags(line), line, value))
                        .toList(),
                true);
    }

    private static Tags tags(DriftLine line) {
        return Tags.of(
                "model", line.now().model().toString(),
                "scanner", line.now().scanner().toString(),
                "quantity", line.now().quantity());
    }
}
