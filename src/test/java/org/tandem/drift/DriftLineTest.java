package org.tandem.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.ModelName;
import org.tandem.model.Reference;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;

final class DriftLineTest {

    private static final Reference REFERENCE = new Reference("input mean", 100, 100, 10);

    @Test
    void aMeanManyStandardErrorsFromTheManifestsIsTold() {
        DriftLine line = line(Collections.nCopies(25, 110.0), REFERENCE);
        assertThat(line.manifest()).hasValueSatisfying(errors -> assertThat(errors)
                .isEqualTo(10, within(1e-9))); // (110 - 100) / sqrt(0 / 25 + 10² / 100)
        assertThat(line.inWords()).isEqualTo("too few exams to compare; above the manifest's");
    }

    @Test
    void aShiftOfLessThanAQuarterOfTheDeviationIsNone() {
        DriftLine line = line(Collections.nCopies(10_000, 98.0), new Reference("input mean", 10_000, 100, 10));
        assertThat(line.differsFromManifest()).isFalse();
    }

    @Test
    void aSeriesIsObservedInItsOwnValuesWithoutAnythingOfThePatient() throws Exception {
        List<Path> files;
        try (var folder = Files.list(Path.of("test-dicom/ct-sphere"))) {
            files = folder.filter(file -> file.toString().endsWith(".dcm")).toList();
        }
        SeriesVolume series = ((Reading.Read) SeriesReader.read(files)).series();
        Observed observed = Observed.of(
                series.source(),
                List.of(Exam.of(series.volume())),
                List.of(new Prediction(List.of(), List.of(), List.of("outside"))));
        float[] voxels = series.volume().voxels();
        double sum = 0;
        for (float voxel : voxels) {
            sum += voxel;
        }
        assertThat(observed.tallies().get("input mean").mean())
                .isEqualTo(sum / voxels.length, within(0.02 * Math.abs(sum / voxels.length)));
        assertThat(observed.tallies().get("outside the domain").mean()).isEqualTo(1);
        assertThat(observed.tallies()).containsKeys("input deviation", "input percentile 5", "input percentile 95");
        assertThat(observed.scanner()).isNotEqualTo(Scanner.ALL);
    }

    private static DriftLine line(List<Double> values, Reference reference) {
        Tally tally = Tally.sum(values.stream().map(Tally::of).toList());
        DriftRow row = new DriftRow(
                new ModelName("a", "1.0.0"), new Scanner("Vendor", "Model", ""), reference.quantity(), tally);
        return DriftLine.of(row, Tally.NONE, Optional.of(reference));
    }
}
