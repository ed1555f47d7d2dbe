package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link RoundTripTest}, of what other people's programs wrote. */
final class RoundTripIT {

    @TempDir
    private Path folder;

    @Test
    void theFilesOfOthersMeanTheSameAfterwards() throws Exception {
        List<Path> samples = Samples.ofOthers();

        assertThat(RoundTrips.broken(samples, folder)).isEmpty();
        System.out.println("round trip: " + samples.size() + " files, in four syntaxes where they are uncompressed");
    }
}
