package org.tandem.web;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.tandem.ingest.IngestCounters;
import org.tandem.series.SeriesState;
import org.tandem.work.DeliveryState;
import org.tandem.work.JobState;

/** What Prometheus is told: counts only, nothing of any patient. */
final class Metrics {

    private Metrics() {}

    static PrometheusMeterRegistry of(StatusServer.Sources sources) {
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new JvmMemoryMetrics().bindTo(registry);
        received(registry, sources);
        for (SeriesState state : SeriesState.values()) {
            byState(registry, "tandem.series", state, () -> sources.series().counts());
        }
        for (JobState state : JobState.values()) {
            byState(registry, "tandem.jobs", state, () -> sources.work()
                    .ledger()
                    .countsByState());
        }
        for (DeliveryState state : DeliveryState.values()) {
            byState(registry, "tandem.deliveries", state, () -> sources.work()
                    .ledger()
                    .deliveryCountsByState());
        }
        for (String state : List.of("warming", "ready")) {
            Gauge.builder(
                            "tandem.models",
                            () -> sources.inference().models().get().getOrDefault(state, 0L))
                    .tag("state", state)
                    .description("Models that are loaded, or being loaded")
                    .register(registry);
        }
        return registry;
    }

    private static void received(PrometheusMeterRegistry registry, StatusServer.Sources sources) {
        Map<String, ToDoubleFunction<IngestCounters>> outcomes = Map.of(
                "stored", IngestCounters::stored,
                "duplicate", IngestCounters::duplicates,
                "conflict", IngestCounters::conflicts,
                "mismatched", IngestCounters::mismatched,
                "unreadable", IngestCounters::unreadable,
                "unavailable", IngestCounters::unavailable,
                "failed", IngestCounters::failed,
                "aborted", IngestCounters::aborted);
        outcomes.forEach((outcome, value) -> FunctionCounter.builder(
                        "tandem.instances.received",
                        sources,
                        s -> value.applyAsDouble(s.received().get()))
                .tag("outcome", outcome)
                .description("Instances received since the start, by outcome")
                .register(registry));
        FunctionCounter.builder(
                        "tandem.received", sources, s -> s.received().get().storedBytes())
                .baseUnit("bytes")
                .description("Bytes of instances stored since the start")
                .register(registry);
    }

    private interface Counts<E> {
        Map<E, Long> get();
    }

    private static <E extends Enum<E>> void byState(
            PrometheusMeterRegistry registry, String name, E state, Counts<E> counts) {
        Gauge.builder(name, () -> counts.get().getOrDefault(state, 0L))
                .tag("state", state.name().toLowerCase(Locale.ROOT))
                .description("How many there are in each state")
                .register(registry);
    }
}
