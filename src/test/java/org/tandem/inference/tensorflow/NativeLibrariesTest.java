package org.tandem.inference.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;

final class NativeLibrariesTest {

    @Test
    void aPlatformWithoutLibrariesIsRefusedAndToldWhatThereIs() {
        assertThatThrownBy(() -> NativeLibraries.extract("linux-arm64"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("TensorFlow for platform linux-arm64: got no libtensorflow_framework.so.2")
                .hasMessageContaining("published are linux-x86_64, macosx-arm64 or, with the profile -Pgpu");
        assertThatThrownBy(() -> NativeLibraries.extract("macosx-x86_64"))
                .hasMessageContaining("got no libtensorflow_framework.2.dylib");
    }

    @Test
    void theLibrariesOfThisPlatformAreInOneFolder() {
        File folder = NativeLibraries.extract(Loader.getPlatform());
        assertThat(folder.list())
                .anyMatch(name -> name.contains("jnitensorflow"))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void theEngineRunsOfflineOnSomeDevice() {
        assertThat(TensorFlowRuntime.devices()).isNotEmpty();
        assertThat(System.getProperty("ai.djl.offline")).isEqualTo("true");
    }
}
