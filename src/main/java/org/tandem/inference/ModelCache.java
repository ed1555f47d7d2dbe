package org.tandem.inference;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.BatchFill;
import org.tandem.inference.network.BatchingNetwork;
import org.tandem.inference.network.EnsembleNetwork;
import org.tandem.inference.network.HalvingNetwork;
import org.tandem.inference.network.Network;
import org.tandem.inference.network.Networks;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Model;
import org.tandem.model.ModelName;

/**
 * Keeps networks loaded, the ones used last; owns them and closes each once nobody uses it any more. Two threads that
 * ask for the same model at once load it once. While more models are in use than the capacity, all of them stay; the
 * surplus goes when its work ends. Thread-safe; its lock is itself, and nothing is loaded, run or closed under it.
 */
public final class ModelCache implements InfererSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ModelCache.class);

    private final Networks networks;
    private final int capacity;
    private final long memoryBytes;
    private final Map<ModelName, Loaded> loaded = new LinkedHashMap<>(16, 0.75f, true);
    private boolean closed;

    /** Keeps at most so many networks loaded that are not in use, at least one. */
    public ModelCache(Networks networks, int capacity) {
        this(networks, capacity, 0);
    }

    /**
     * Keeps at most so many networks loaded that are not in use, at least one.
     *
     * @param memoryBytes of the SavedModels of all that are loaded, beyond which those not in use go; 0: without limit
     */
    public ModelCache(Networks networks, int capacity, long memoryBytes) {
        if (capacity < 1) {
            throw new IllegalArgumentException("Models kept loaded: got " + capacity + ", expected at least 1");
        }
        this.networks = networks;
        this.capacity = capacity;
        this.memoryBytes = memoryBytes;
    }

    private static final class Loaded {
        private final CompletableFuture<Network> network = new CompletableFuture<>();
        private final long bytes;
        private int users;

        private Loaded(long bytes) {
            this.bytes = bytes;
        }
    }

    /** Runs work with the model's inferer, which is valid while the work runs. */
    public <T> T with(Model model, Function<Inferer, T> work) {
        Loaded entry = acquire(model);
        try {
            Inferer inferer = Inferers.of(model.manifest(), network(entry));
            Optional<Inferer> before = model.regionModel().map(this::inferer);
            return work.apply(before.<Inferer>map(region -> new RegionInferer(inferer, region, model.manifest()))
                    .orElse(inferer));
        } finally {
            release(entry);
        }
    }

    @Override
    public Inferer inferer(Model model) {
        return new Inferer() {
            @Override
            public Prediction infer(Exam exam) {
                return with(model, inferer -> inferer.infer(exam));
            }

            @Override
            public List<Attempt> inferAll(List<Exam> exams) {
                return with(model, inferer -> inferer.inferAll(exams));
            }
        };
    }

    /** Loads a model before it is needed. */
    public void warm(Model model) {
        with(model, inferer -> inferer);
    }

    /** The models that are loaded, or about to be, and whether they can be asked. */
    public Map<ModelName, Boolean> ready() {
        synchronized (this) {
            Map<ModelName, Boolean> ready = new LinkedHashMap<>();
            loaded.forEach((name, entry) -> ready.put(name, entry.network.isDone()));
            return ready;
        }
    }

    /** How full the calls were of each network that is loaded and shares them. */
    public Map<ModelName, BatchFill> fills() {
        Map<ModelName, BatchFill> fills = new LinkedHashMap<>();
        synchronized (this) {
            loaded.forEach((name, entry) -> {
                if (entry.network.isDone()
                        && !entry.network.isCompletedExceptionally()
                        && entry.network.join() instanceof BatchingNetwork batching) {
                    fills.put(name, batching.fill());
                }
            });
        }
        return fills;
    }

    /**
     * Closes all that is not in use; what is in use is closed when its work ends. Nothing can be asked for any more.
     */
    @Override
    public void close() {
        List<Loaded> idle;
        synchronized (this) {
            closed = true;
            idle = evictDownTo(0);
        }
        idle.forEach(ModelCache::closeNetwork);
    }

    private Loaded acquire(Model model) {
        Loaded entry;
        boolean mine;
        List<Loaded> idle;
        synchronized (this) {
            if (closed) {
                throw new TandemException(
                        TandemException.Kind.RETRY,
                        "Model " + model.name() + " asked for while models are being closed");
            }
            Loaded known = loaded.get(model.name());
            mine = known == null;
            entry = known == null ? new Loaded(memoryBytes > 0 ? model.bytes() : 0) : known;
            entry.users++;
            loaded.put(model.name(), entry);
            idle = evictDownTo(capacity);
        }
        idle.forEach(ModelCache::closeNetwork);
        if (mine) {
            load(model, entry);
        }
        return entry;
    }

    private void load(Model model, Loaded entry) {
        long start = System.nanoTime();
        try {
            Network network = new HalvingNetwork(EnsembleNetwork.load(model, networks));
            entry.network.complete(model.manifest()
                    .batching()
                    .<Network>map(batching -> new BatchingNetwork(network, batching))
                    .orElse(network));
            LOG.info("Model {} loaded in {} ms", model.name(), (System.nanoTime() - start) / 1_000_000);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                loaded.remove(model.name(), entry);
            }
            entry.network.completeExceptionally(e);
        }
    }

    private static Network network(Loaded entry) {
        try {
            return entry.network.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TandemException known) {
                throw known;
            }
            throw new TandemException(TandemException.Kind.RETRY, "Model could not be loaded: " + e.getCause(), e);
        }
    }

    private void release(Loaded entry) {
        List<Loaded> idle;
        synchronized (this) {
            entry.users--;
            idle = evictDownTo(closed ? 0 : capacity);
        }
        idle.forEach(ModelCache::closeNetwork);
    }

    /** Takes out what nobody uses, the one used longest ago first, until so many are left; the caller closes it. */
    private List<Loaded> evictDownTo(int count) {
        List<Loaded> idle = new ArrayList<>();
        Iterator<Loaded> eldestFirst = loaded.values().iterator();
        while ((loaded.size() > count || isOverBudget()) && eldestFirst.hasNext()) {
            Loaded eldest = eldestFirst.next();
            if (eldest.users == 0) {
                eldestFirst.remove();
                idle.add(eldest);
            }
        }
        return idle;
    }

    private boolean isOverBudget() {
        return memoryBytes > 0
                && loaded.size() > 1
                && loaded.values().stream().mapToLong(entry -> entry.bytes).sum() > memoryBytes;
    }

    private static void closeNetwork(Loaded entry) {
        if (entry.network.isDone() && !entry.network.isCompletedExceptionally()) {
            entry.network.join().close();
        }
    }
}
