package org.tandem.inference.tensorflow;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.util.cuda.CudaUtils;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;

/**
 * TensorFlow in this process. DJL reads where the libraries are and that it is offline from system properties when its
 * engine is first touched: this class sets them before, and is the only one that touches the engine. Nothing is ever
 * downloaded. Its lock is its class.
 *
 * <p>What TensorFlow itself writes to stderr is governed by the environment variable {@code TF_CPP_MIN_LOG_LEVEL} alone
 * (2: errors only), which a Java process cannot set for itself: {@code bin/tandem} does.
 */
public final class TensorFlowRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(TensorFlowRuntime.class);

    private static final String ENGINE = "TensorFlow";

    /** What DJL's engine reads, as environment variable or system property, to find the libraries. */
    private static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";

    private static final long MIB = 1 << 20;

    private static boolean started;

    private TensorFlowRuntime() {}

    /** Devices that networks can run on: GPUs if their libraries are there and one is visible, else the CPU. */
    public static List<String> devices() {
        int gpus = engine().hasCapability("CUDA") ? engine().getGpuCount() : 0;
        return gpus > 0 ? IntStream.range(0, gpus).mapToObj(i -> "gpu" + i).toList() : List.of("cpu");
    }

    /** Whether networks run on the CPU, for want of a GPU. */
    public static boolean isOnCpu() {
        return devices().contains("cpu");
    }

    /**
     * Says how many threads TensorFlow may use in this process, in an operation and among operations; without it, as
     * many as there are processors. Has an effect before the engine is first used only.
     */
    public static synchronized void useThreads(int threads) {
        System.setProperty("ai.djl.tensorflow.num_intraop_threads", Integer.toString(threads));
        System.setProperty("ai.djl.tensorflow.num_interop_threads", Integer.toString(threads));
    }

    /** Memory in use on each GPU, by all processes, in words; none where there is no GPU. */
    public static List<String> gpuMemory() {
        return isOnCpu()
                ? List.of()
                : IntStream.range(0, engine().getGpuCount())
                        .mapToObj(i -> "gpu" + i + " "
                                + CudaUtils.getGpuMemory(Device.gpu(i)).getCommitted() / MIB + " MiB")
                        .toList();
    }

    /** The engine, started if it was not; refuses with a clear message where this platform has no libraries. */
    static synchronized Engine engine() {
        if (!started) {
            prepare();
        }
        try {
            Engine engine = Engine.getEngine(ENGINE);
            started = true;
            return engine;
        } catch (EngineException | LinkageError e) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "TensorFlow's libraries in " + System.getProperty(LIBRARY_PATH, "$" + LIBRARY_PATH)
                            + " cannot be loaded on " + Loader.getPlatform() + ": " + Reasons.deepest(e),
                    e);
        }
    }

    private static void prepare() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty(LIBRARY_PATH) == null && System.getenv(LIBRARY_PATH) == null) {
            long start = System.nanoTime();
            System.setProperty(
                    LIBRARY_PATH, NativeLibraries.extract(Loader.getPlatform()).toString());
            LOG.debug("TensorFlow's libraries ready in {} ms", (System.nanoTime() - start) / 1_000_000);
        }
    }
}
