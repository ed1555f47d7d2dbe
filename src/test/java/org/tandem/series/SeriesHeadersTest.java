package org.tandem.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Tag;

class SeriesHeadersTest {

    private static final Path BROKEN = Path.of("test-dicom", "broken");

    @Test
    void aSeriesThatIsNoVolumeIsStillNamed() throws IOException {
        List<Path> files = files("missing-geometry");
        SourceSeries series = SeriesHeaders.read(files).orElseThrow();
        assertThat(series.slices()).hasSameSizeAs(files);
        assertThat(series.header().hasValue(Tag.STUDY_INSTANCE_UID)).isTrue();
        assertThat(series.inPatient()).isEmpty();
    }

    @Test
    void instancesOfAnotherPatientAreNotNamed() throws IOException {
        List<Path> files = files("mixed-patient");
        assertThat(SeriesHeaders.read(files).orElseThrow().slices()).hasSize(files.size() - 1);
    }

    @Test
    void whatCannotBeReadIsLeftOut() {
        assertThat(SeriesHeaders.read(List.of(BROKEN.resolve("empty.dcm"), BROKEN.resolve("not-dicom.dcm"))))
                .isEmpty();
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(BROKEN.resolve(folder))) {
            return files.sorted().toList();
        }
    }
}
