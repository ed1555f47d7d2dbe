package org.tandem.app;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.inference.DeviceSlots;
import org.tandem.model.Model;
import org.tandem.model.ModelName;
import org.tandem.model.ModelStore;
import org.tandem.verify.Trial;

/**
 * Loads models at the start and runs each once on a made-up image, on a thread of its own: the first run of a network
 * plans it for the device and takes longer than all others. A series that comes meanwhile does not wait for the rest.
 */
final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    private final List<String> references;
    private final ModelStore models;
    private final DeviceSlots devices;
    private final Set<ModelName> warming = Collections.synchronizedSet(new HashSet<>());
    private volatile boolean closed;

    private WarmUp(List<String> references, ModelStore models, DeviceSlots devices) {
        this.references = List.copyOf(references);
        this.models = models;
        this.devices = devices;
    }

    static WarmUp start(List<String> references, ModelStore models, DeviceSlots devices) {
        WarmUp warmUp = new WarmUp(references, models, devices);
        Thread thread = new Thread(warmUp::all, "warm-up");
        thread.setDaemon(true);
        thread.start();
        return warmUp;
    }

    /** How many models are ready, and how many are warming. */
    Map<String, Long> states() {
        Map<String, Long> states = new TreeMap<>();
        devices.models().values().forEach(loaded -> loaded.ready()
                .forEach((name, ready) ->
                        states.merge(ready && !warming.contains(name) ? "ready" : "warming", 1L, Long::sum)));
        return states;
    }

    private void all() {
        for (String reference : references) {
            if (!closed) {
                warm(reference);
            }
        }
    }

    /** A model that cannot be run yet is told, and tried again by the first series that wants it. */
    private void warm(String reference) {
        long start = System.nanoTime();
        try {
            Model model = models.require(reference);
            warming.add(model.name());
            try {
                var unused = devices.inferer(model).infer(Trial.madeUp(model));
            } finally {
                warming.remove(model.name());
            }
            LOG.info("Model {} warm after {} ms", model.name(), (System.nanoTime() - start) / 1_000_000);
        } catch (TandemException e) {
            LOG.warn("Model {} could not be warmed up: {}", reference, e.getMessage());
        }
    }

    /** Warms no more. */
    @Override
    public void close() {
        closed = true;
    }
}
