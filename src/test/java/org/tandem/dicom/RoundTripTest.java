package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading, writing and reading again is the identity on meaning, in every uncompressed syntax and back. */
final class RoundTripTest {

    @TempDir
    private Path folder;

    @Test
    void ourOwnFilesMeanTheSameAfterwards() throws IOException {
        assertThat(RoundTrips.broken(Samples.ofProject(), folder)).isEmpty();
    }
}
