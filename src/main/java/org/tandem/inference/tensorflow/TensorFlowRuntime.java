package org.tandem.inference.tensorflow;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tandem.dicom.TandemException;

/**
 * TensorFlow's native libraries: taken out of the classifier jar on the class path once (into JavaCPP's cache, by
 * default {@code ~/.javacpp/cache}), then shown to DJL before its engine is first touched. Nothing is ever downloaded.
 */
final class TensorFlowRuntime {

    private static final Logger LOG = LoggerFactory.getLogger(TensorFlowRuntime.class);

    /** What DJL's engine reads, as environment variable or system property, to find the libraries. */
    private static final String LIBRARY_PATH = "TENSORFLOW_LIBRARY_PATH";

    private static final String FOLDER = "/org/tensorflow/internal/c_api/";

    private TensorFlowRuntime() {}

    /** Makes TensorFlow ready to be loaded; refuses with a clear message where this platform has no libraries. */
    static synchronized void prepare() {
        if (System.getProperty(LIBRARY_PATH) != null || System.getenv(LIBRARY_PATH) != null) {
            return;
        }
        long start = System.nanoTime();
        String folder = extract(Loader.getPlatform());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty(LIBRARY_PATH, folder);
        LOG.debug("TensorFlow's libraries ready in {} ms", (System.nanoTime() - start) / 1_000_000);
    }

    private static String extract(String platform) {
        String folder = "";
        for (String library : libraries(platform)) {
            String resource = FOLDER + platform + "/" + library;
            URL url = TensorFlowRuntime.class.getResource(resource);
            if (url == null) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "TensorFlow for platform " + platform + ": got no " + library
                                + " on the class path, expected the jar tensorflow-core-native with the classifier of this"
                                + " platform (linux-x86_64, linux-arm64 or macosx-arm64; with the profile -Pgpu,"
                                + " linux-x86_64-gpu)");
            }
            folder = cached(url).getParent();
        }
        return folder;
    }

    private static File cached(URL library) {
        try {
            return Loader.cacheResource(library);
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY,
                    "TensorFlow's libraries could not be written to JavaCPP's cache: " + e.getMessage()
                            + "; another folder can be given with -Dorg.bytedeco.javacpp.cachedir=FOLDER",
                    e);
        }
    }

    private static List<String> libraries(String platform) {
        return platform.startsWith("macosx")
                ? List.of("libtensorflow_framework.2.dylib", "libtensorflow_cc.2.dylib", "libjnitensorflow.dylib")
                : List.of("libtensorflow_framework.so.2", "libtensorflow_cc.so.2", "libjnitensorflow.so");
    }
}
