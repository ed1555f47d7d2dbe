package org.tandem.web;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Prometheus is told of devices and networks. */
final class InferenceGauges {

    private final StatusServer.Inference inference;
    private final MultiGauge slots;
    private final MultiGauge calls;
    private final MultiGauge objects;

    InferenceGauges(MeterRegistry registry, StatusServer.Inference inference) {
        this.inference = inference;
        this.slots = gauge(registry, "tandem.slots", "Slots of each device, by state; those who wait for any");
        this.calls =
                gauge(registry, "tandem.batch.calls", "Calls of each network that shares them, since it was loaded");
        this.objects = gauge(registry, "tandem.batch.objects", "Objects in those calls");
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }

    void refresh() {
        slots.register(rows(inference.slots().get(), "device", "state"), true);
        Map<String, Map<String, Map<String, Long>>> batches =
                inference.batches().get();
        calls.register(rows(batches.getOrDefault("calls", Map.of()), "device", "model"), true);
        objects.register(rows(batches.getOrDefault("objects", Map.of()), "device", "model"), true);
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, Map<String, Long>> counts, String outer, String inner) {
        List<MultiGauge.Row<?>> rows = new ArrayList<>();
        counts.forEach((first, some) -> some.forEach(
                (second, count) -> rows.add(MultiGauge.Row.of(Tags.of(outer, first, inner, second), count))));
        return rows;
    }
}
