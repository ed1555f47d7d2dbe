package org.tandem.inference;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;
import org.tandem.inference.input.Exam;
import org.tandem.inference.network.DeviceMemoryException;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Model;

/**
 * The slots of all devices. Whoever asks a model something takes a slot for as long as that lasts, on the first device
 * that has a free one, or waits for one, though not for ever. What a device with a memory of its own had not the memory
 * for is asked again on the CPU, once, and the prediction says so. Its lock guards its counts; nothing is run under it.
 */
public final class DeviceSlots implements InfererSource, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceSlots.class);

    private final List<InferenceDevice> devices;
    private final Optional<InferenceDevice> spare;
    private final Duration longestWait;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<String, Integer> busy = new LinkedHashMap<>();
    private int waiting;

    /**
     * Owns the networks of all of them.
     *
     * @param devices in the order in which they are taken
     * @param spare the CPU, for what other devices have not the memory for; may be one of the devices
     */
    public DeviceSlots(List<InferenceDevice> devices, Optional<InferenceDevice> spare, Duration longestWait) {
        this.devices = List.copyOf(devices);
        this.spare = spare;
        this.longestWait = longestWait;
        all().forEach(device -> busy.put(device.name(), 0));
    }

    /** How a device is used. */
    public record Use(int slots, int busy) {}

    /** By the names of the devices. */
    public Map<String, Use> use() {
        Map<String, Use> use = new LinkedHashMap<>();
        lock.lock();
        try {
            all().forEach(device -> use.put(device.name(), new Use(device.slots(), busy(device))));
        } finally {
            lock.unlock();
        }
        return use;
    }

    /** How many wait for a slot. */
    public int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    /** The networks of each device, the one that is asked in need too. */
    public Map<String, ModelCache> models() {
        Map<String, ModelCache> models = new LinkedHashMap<>();
        all().forEach(device -> models.put(device.name(), device.models()));
        return models;
    }

    @Override
    public Inferer inferer(Model model) {
        return new Inferer() {
            @Override
            public Prediction infer(Exam exam) {
                return inferAll(List.of(exam)).get(0).require();
            }

            @Override
            public List<Attempt> inferAll(List<Exam> exams) {
                Taken taken = on(devices, model, exams);
                return spare.filter(cpu -> taken.lackedMemory()
                                && taken.device().hasOwnMemory().getAsBoolean())
                        .map(cpu -> inNeed(cpu, model, exams, taken.attempts()))
                        .orElse(taken.attempts());
            }
        };
    }

    @Override
    public void close() {
        all().forEach(device -> device.models().close());
    }

    private List<InferenceDevice> all() {
        return Stream.concat(devices.stream(), spare.stream()).distinct().toList();
    }

    /** What came of exams on a device. */
    private record Taken(InferenceDevice device, List<Attempt> attempts) {

        boolean lackedMemory() {
            return attempts.stream()
                    .anyMatch(attempt -> attempt instanceof Attempt.Failed failed
                            && failed.reason() instanceof DeviceMemoryException);
        }
    }

    private Taken on(List<InferenceDevice> some, Model model, List<Exam> exams) {
        InferenceDevice device = take(some, model);
        try {
            return new Taken(device, device.models().inferer(model).inferAll(exams));
        } catch (DeviceMemoryException e) { // while it was loaded
            return new Taken(
                    device,
                    exams.stream().<Attempt>map(exam -> new Attempt.Failed(e)).toList());
        } finally {
            give(device);
        }
    }

    /** Asks again about the exams that the device had not the memory for. */
    private List<Attempt> inNeed(InferenceDevice cpu, Model model, List<Exam> exams, List<Attempt> attempts) {
        List<Attempt> all = new ArrayList<>(attempts);
        for (int i = 0; i < exams.size(); i++) {
            if (attempts.get(i) instanceof Attempt.Failed failed
                    && failed.reason() instanceof DeviceMemoryException reason) {
                LOG.warn("Model {} runs on {} instead: {}", model.name(), cpu.name(), reason.getMessage());
                Attempt again = on(List.of(cpu), model, List.of(exams.get(i)))
                        .attempts()
                        .get(0);
                all.set(i, again.noting("Computed on the CPU: the memory of the GPU did not suffice"));
            }
        }
        return all;
    }

    private InferenceDevice take(List<InferenceDevice> some, Model model) {
        long left = longestWait.toNanos();
        lock.lock();
        waiting++;
        try {
            Optional<InferenceDevice> free = free(some);
            while (free.isEmpty()) {
                if (left <= 0) {
                    throw new TandemException(
                            TandemException.Kind.RETRY,
                            "Model " + model.name() + ": got no slot on "
                                    + some.stream().map(InferenceDevice::name).toList() + ", expected one within "
                                    + longestWait.toSeconds() + " s");
                }
                left = freed.awaitNanos(left);
                free = free(some);
            }
            busy.merge(free.get().name(), 1, Integer::sum);
            return free.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TandemException(
                    TandemException.Kind.RETRY,
                    "Model " + model.name() + ": interrupted while it waited for a slot",
                    e);
        } finally {
            waiting--;
            lock.unlock();
        }
    }

    private Optional<InferenceDevice> free(List<InferenceDevice> some) {
        return some.stream().filter(device -> busy(device) < device.slots()).findFirst();
    }

    private int busy(InferenceDevice device) {
        return busy.getOrDefault(device.name(), 0);
    }

    private void give(InferenceDevice device) {
        lock.lock();
        try {
            busy.merge(device.name(), -1, Integer::sum);
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
