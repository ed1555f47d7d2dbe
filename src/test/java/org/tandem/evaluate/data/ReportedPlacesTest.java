package org.tandem.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.Code;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/** Reports beside series, as what is true of them. */
final class ReportedPlacesTest {

    private static final Meaning NODULE = Meaning.of(
            "Nodule",
            new Code("49755003", "SCT", "Morphologically Abnormal Structure"),
            new Code("27925004", "SCT", "Nodule"));

    @TempDir
    private Path root;

    private Path series;

    @BeforeEach
    void folder() throws IOException {
        series = Files.createDirectories(root.resolve("series"));
    }

    private SeriesVolume images(String set) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-dicom", set))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".dcm")).toList()) {
                Files.copy(file, series.resolve(file.getFileName()));
            }
        }
        try (Stream<Path> files = Files.list(series)) {
            return SeriesReader.read(files.toList()).parts().get(0);
        }
    }

    private Truth.Places truth(SeriesVolume images, Shape... marks) throws IOException {
        DetectionFindings findings = new DetectionFindings(
                List.of(NODULE),
                Stream.of(marks).map(mark -> new Detection(NODULE, mark, 0.9)).toList(),
                OperatingPoint.at(0.5));
        ResultInput input = new ResultInput(images, Phantom.MODEL, List.of(findings), Phantom.PRODUCTION);
        ResultObject report = ResultBuilder.build(input, ResultPlan.of(EnumSet.of(ResultKind.STRUCTURED_REPORT)))
                .get(0);
        DicomFileWriter.write(root.resolve("truth.dcm"), report.toFile());
        List<Case> cases = DicomSeries.read(new DataSetOptions(root, Optional.empty(), DataSetOptions.USUAL_READERS));
        assertThat(cases).hasSize(1);
        return cases.get(0).truth(Truth.Places.class).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ct-sphere", "ct-sphere-oblique", "ct-multiframe"})
    void aBoxInAReportIsTheSameBoxOnTheGridOfTheImages(String set) throws IOException {
        Vector3 from = new Vector3(8, 10, 5);
        Vector3 to = new Vector3(20, 24, 15);

        Truth.Places truth = truth(images(set), new Shape.Box(from, to));

        assertThat(truth.names()).containsExactly("Nodule");
        assertThat(truth.places()).singleElement().satisfies(place -> {
            assertThat(place.label()).isEqualTo("Nodule");
            assertThat(place.from().minus(from).length()).isCloseTo(0, within(0.01));
            assertThat(place.to().minus(to).length()).isCloseTo(0, within(0.01));
        });
    }

    @Test
    void aPointIsTakenForABallOfTenMillimetres() throws IOException {
        Vector3 middle = new Vector3(28, 35, 17);

        Truth.Place place =
                truth(images("ct-sphere"), new Shape.Point(middle)).places().get(0);

        assertThat(place.centre().minus(middle).length()).isCloseTo(0, within(0.01));
        Vector3 voxels = place.to().minus(place.from()); // of 1 × 1 × 2 mm
        assertThat(voxels.minus(new Vector3(10, 10, 5)).length()).isCloseTo(0, within(0.01));
    }

    @Test
    void aReportThatMarksNothingSaysThatNothingIsThere() throws IOException {
        assertThat(truth(images("ct-sphere")).places()).isEmpty();
    }

    @Test
    void aMarkOnARadiographCountsFromTheMiddleOfTheFirstPixel() throws IOException {
        Path view = Files.copy(Path.of("test-dicom/dx-chest/IM0001.dcm"), series.resolve("IM0001.dcm"));
        SeriesVolume images = SeriesReader.read(List.of(view)).parts().get(0);
        Vector3 from = new Vector3(42, 62, -0.5);
        Vector3 to = new Vector3(58, 78, 0.5);

        Truth.Place place = truth(images, new Shape.Box(from, to)).places().get(0);

        assertThat(place.from().minus(from).length()).isCloseTo(0, within(0.01));
        assertThat(place.to().minus(to).length()).isCloseTo(0, within(0.01));
    }
}
