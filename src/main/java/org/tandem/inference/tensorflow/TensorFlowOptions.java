package org.tandem.inference.tensorflow;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How TensorFlow runs in this process.
 *
 * @param libraryCache folder that the native libraries are taken out to; empty: JavaCPP's, {@code ~/.javacpp/cache}
 * @param threadsInOperation threads that share one operation ("intra-op"); 0: as many as there are cores
 * @param threadsAcrossOperations operations that run side by side ("inter-op"); 0: as many as there are cores
 */
public record TensorFlowOptions(Optional<Path> libraryCache, int threadsInOperation, int threadsAcrossOperations) {

    public TensorFlowOptions {
        if (threadsInOperation < 0 || threadsAcrossOperations < 0) {
            throw new IllegalArgumentException("Threads of TensorFlow: got " + threadsInOperation + " and "
                    + threadsAcrossOperations + ", expected each ≥ 0");
        }
    }

    /** As TensorFlow chooses. */
    public static TensorFlowOptions defaults() {
        return new TensorFlowOptions(Optional.empty(), 0, 0);
    }
}
