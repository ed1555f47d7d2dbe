package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.inference.ModelCache;
import org.tandem.inference.input.Exam;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.tensorflow.TensorFlowNetwork;
import org.tandem.model.Model;
import org.tandem.model.ModelStore;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.DeviceIdentity;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.Reading;
import org.tandem.series.SeriesReader;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** The shipped detector on the drawn chest in test-dicom, whose three nodules are in its README, and on patches. */
final class LungNodulesInSeriesTest {

    private static final Path LUNGS = Path.of("test-dicom/ct-lungs");

    private static final List<Vector3> NODULES =
            List.of(new Vector3(40, 30, -195), new Vector3(-52, 6, -180), new Vector3(46, -22, -162.5));

    private static final Model MODEL = new ModelStore(Path.of("models")).require("lung-nodule");

    private static ModelCache cache;
    private static List<ResultObject> results;

    @BeforeAll
    static void run() throws IOException {
        cache = new ModelCache(TensorFlowNetwork::load, 1);
        DeviceIdentity device = new DeviceIdentity("Tandem", "Tandem", "test", "0.1.0");
        ResultPlan plan = ResultPlan.of(Set.of(ResultKind.STRUCTURED_REPORT, ResultKind.PRESENTATION_STATE));
        Processed processed =
                new SeriesProcessor(cache, device, Clock.systemUTC()).process(StudyInput.of(files()), MODEL, plan);
        results = ((Processed.Done) processed).results();
    }

    @AfterAll
    static void close() {
        cache.close();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(LUNGS)) {
            return files.sorted().toList();
        }
    }

    private static Volume chest() throws IOException {
        return ((Reading.Read) SeriesReader.read(files())).parts().get(0).volume();
    }

    @Test
    void theThreeNodulesAreWhatItIsSurestOf() {
        List<Vector3> centres = values(results.get(0).dataSet(), "SCOORD3D").stream()
                .map(point -> point.decimals(Tag.GRAPHIC_DATA))
                .map(xyz -> new Vector3(xyz[0], xyz[1], xyz[2]))
                .toList();
        assertThat(centres).hasSizeGreaterThanOrEqualTo(3).hasSizeLessThan(20);
        assertThat(NODULES).allMatch(nodule -> centres.subList(0, 3).stream()
                .anyMatch(centre -> centre.minus(nodule).length() < 1.5));
    }

    @Test
    void whatIsMarkedReachesTheLineOfCandidatesNotThatOfPatchesAndTheReportSaysSo() {
        DataSet report = results.get(0).dataSet();
        assertThat(values(report, "NUM").stream()
                        .filter(number -> number.item(Tag.CONCEPT_NAME_CODE_SEQUENCE)
                                .orElseThrow()
                                .string(Tag.CODE_MEANING)
                                .equals(Optional.of("Probability")))
                        .map(number -> number.item(Tag.MEASURED_VALUE_SEQUENCE)
                                .orElseThrow()
                                .decimals(Tag.NUMERIC_VALUE)[0]))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(percent -> percent >= 60);
        assertThat(values(report, "TEXT"))
                .anyMatch(text -> text.string(Tag.TEXT_VALUE).orElse("").startsWith("threshold=0.6"));
    }

    @Test
    void theReportMarksEachOnItsSlicesAndInThePatientAndThePresentationStateDrawsThem() {
        DataSet report = results.get(0).dataSet();
        assertThat(values(report, "SCOORD")).hasSizeGreaterThan(3);
        assertThat(results.get(1).kind()).isEqualTo(ResultKind.PRESENTATION_STATE);
        assertThat(results.get(1).dataSet().items(Tag.GRAPHIC_ANNOTATION_SEQUENCE))
                .isNotEmpty();
    }

    private static List<DataSet> values(DataSet item, String type) {
        return item.items(Tag.CONTENT_SEQUENCE).stream()
                .flatMap(child -> Stream.concat(
                        Stream.of(child).filter(it -> it.string(Tag.VALUE_TYPE).equals(Optional.of(type))),
                        values(child, type).stream()))
                .toList();
    }

    @Test
    void aPatchIsClassifiedAsItIsAndOneSliceOfAChestIsRefused() throws IOException {
        Volume chest = chest();
        Vector3 middle = chest.grid().toIndex(NODULES.get(1));
        Prediction said = cache.with(MODEL, inferer -> inferer.infer(cut(chest, middle, 50)));
        assertThat(((OutputPrediction.Classification) said.outputs().get(0)).classes())
                .allMatch(one -> one.probability() > 0.95);
        Exam slice = Exam.of(cut(chest, middle, 200));
        assertThatThrownBy(() -> cache.with(MODEL, inferer -> inferer.infer(slice)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got one picture of 200 × 200 pixels, expected several slices, or a patch");
    }

    private static Volume cut(Volume volume, Vector3 middle, int edge) {
        int left = (int) Math.rint(middle.x()) - edge / 2;
        int above = (int) Math.rint(middle.y()) - edge / 2;
        int slice = (int) Math.rint(middle.z());
        float[] values = new float[edge * edge];
        for (int y = 0; y < edge; y++) {
            int from = volume.grid().size().offset(Math.max(0, left), above + y, slice);
            System.arraycopy(volume.voxels(), from, values, y * edge, edge);
        }
        Grid grid = volume.grid();
        return new Volume(new Grid(new Size(edge, edge, 1), grid.axes(), grid.spacingMm(), grid.origin()), values);
    }
}
