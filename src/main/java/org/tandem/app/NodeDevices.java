package org.tandem.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;
import org.tandem.dicom.TandemException;
import org.tandem.inference.DeviceSlots;
import org.tandem.inference.InferenceDevice;
import org.tandem.inference.ModelCache;
import org.tandem.inference.network.BatchFill;
import org.tandem.inference.network.Networks;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.inference.tensorflow.TensorFlowRuntime;

/** The devices of a node, as its configuration names them, and how they are used. */
final class NodeDevices {

    private NodeDevices() {}

    /** Refuses a GPU that is not there. */
    static DeviceSlots open(Configuration c) {
        Configuration.InferenceSection inference = c.inference();
        if (inference.threads() > 0) {
            TensorFlowRuntime.useThreads(inference.threads());
        }
        List<InferenceDevice> devices = new ArrayList<>();
        if (inference.gpuSlots() > 0) {
            requireGpu();
            devices.add(device(c, "gpu", inference.gpuSlots(), TensorFlowNetwork::load, () -> true));
        }
        InferenceDevice cpu =
                device(c, "cpu", Math.max(1, inference.cpuSlots()), TensorFlowNetwork::loadOnCpu, () -> false);
        if (inference.cpuSlots() > 0) {
            devices.add(cpu);
        }
        if (devices.isEmpty()) { // nothing of TensorFlow is touched before the first model is
            devices.add(device(c, "any", 1, TensorFlowNetwork::load, () -> !TensorFlowRuntime.isOnCpu()));
        }
        return new DeviceSlots(devices, Optional.of(cpu), inference.slotWait());
    }

    private static InferenceDevice device(
            Configuration c, String name, int slots, Networks networks, BooleanSupplier hasOwnMemory) {
        ModelCache models =
                new ModelCache(networks, c.work().warmModels(), c.inference().memoryBytes());
        return new InferenceDevice(name, slots, models, hasOwnMemory);
    }

    private static void requireGpu() {
        if (TensorFlowRuntime.isOnCpu()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "inference.devices.gpu: got slots on a GPU, expected none, for TensorFlow sees "
                            + TensorFlowRuntime.devices() + " only");
        }
    }

    /** Slots by device and state; who waits, waits for any device. */
    static Map<String, Map<String, Long>> slots(DeviceSlots devices) {
        Map<String, Map<String, Long>> slots = new LinkedHashMap<>();
        devices.use()
                .forEach((device, use) ->
                        slots.put(device, Map.of("busy", (long) use.busy(), "free", (long) use.slots() - use.busy())));
        slots.put("all", Map.of("waiting", (long) devices.waiting()));
        return slots;
    }

    /** Calls and objects of networks that share calls, by device and model. */
    static Map<String, Map<String, Map<String, Long>>> batches(DeviceSlots devices) {
        return Map.of("calls", counts(devices, BatchFill::calls), "objects", counts(devices, BatchFill::rows));
    }

    private static Map<String, Map<String, Long>> counts(DeviceSlots devices, ToLongFunction<BatchFill> count) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        devices.models().forEach((device, models) -> {
            Map<String, Long> some = new TreeMap<>();
            models.fills().forEach((model, fill) -> some.put(model.toString(), count.applyAsLong(fill)));
            counts.put(device, some);
        });
        return counts;
    }
}
