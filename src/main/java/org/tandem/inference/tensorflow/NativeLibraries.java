package org.tandem.inference.tensorflow;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.tandem.dicom.TandemException;

/**
 * TensorFlow's native libraries in the jar tensorflow-core-native on the class path, and the folder they are taken out
 * to once. Two processes may do so at once: JavaCPP holds a lock on its cache, and writes a file anew whose length or
 * time is not that of the jar, so that what a killed process left behind is not used.
 */
final class NativeLibraries {

    private static final String FOLDER = "/org/tensorflow/internal/c_api/";

    /** Classifiers that 1.0.0-rc.1 is published with and that were looked into. There is none for linux-arm64. */
    private static final String PUBLISHED = "linux-x86_64, macosx-arm64 or, with the profile -Pgpu, linux-x86_64-gpu";

    private NativeLibraries() {}

    /** Takes the libraries of a platform out of the jar, those for GPUs if they are there; answers their folder. */
    static File extract(String platform) {
        String found = resource(platform + "-gpu", libraries(platform).get(0)) != null ? platform + "-gpu" : platform;
        File file = new File("");
        for (String library : libraries(platform)) {
            @Nullable URL url = resource(found, library);
            if (url == null) {
                throw new TandemException(
                        TandemException.Kind.REFUSE,
                        "TensorFlow for platform " + platform + ": got no " + library
                                + " on the class path, expected the jar tensorflow-core-native with a classifier for"
                                + " this platform; published are " + PUBLISHED);
            }
            file = cached(url);
        }
        return file.getAbsoluteFile().getParentFile();
    }

    private static @Nullable URL resource(String folder, String library) {
        return NativeLibraries.class.getResource(FOLDER + folder + "/" + library);
    }

    private static File cached(URL library) {
        try {
            return Loader.cacheResource(library);
        } catch (IOException e) {
            throw new TandemException(
                    TandemException.Kind.RETRY,
                    "TensorFlow's libraries (0.6 GiB; for GPUs 1.1 GiB) could not be written to JavaCPP's cache: "
                            + e.getMessage() + "; -Dorg.bytedeco.javacpp.cachedir=FOLDER names another folder",
                    e);
        }
    }

    private static List<String> libraries(String platform) {
        return platform.startsWith("macosx")
                ? List.of("libtensorflow_framework.2.dylib", "libtensorflow_cc.2.dylib", "libjnitensorflow.dylib")
                : List.of("libtensorflow_framework.so.2", "libtensorflow_cc.so.2", "libjnitensorflow.so");
    }
}
