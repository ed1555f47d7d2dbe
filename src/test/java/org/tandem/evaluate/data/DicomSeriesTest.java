package org.tandem.evaluate.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Code;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Segment;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.finding.SegmentationFindings;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesReader;
import org.tandem.series.SeriesVolume;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/** A series of a posterior-anterior and a lateral radiograph, of two sizes: two cases, each with what is true of it. */
final class DicomSeriesTest {

    private static final Meaning NODULE = Meaning.of(
            "Nodule",
            new Code("49755003", "SCT", "Morphologically Abnormal Structure"),
            new Code("27925004", "SCT", "Nodule"));

    @TempDir
    private Path root;

    private List<SeriesVolume> views = List.of();

    @BeforeEach
    void copyTheSeries() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("IM0001.dcm", "IM0002.dcm")) {
            files.add(Files.copy(Path.of("test-dicom/dx-chest", name), root.resolve(name)));
        }
        views = SeriesReader.read(files).parts();
        assertThat(views).hasSize(2);
    }

    private static Uid instance(SeriesVolume view) {
        return view.source().header().requireUid(Tag.SOP_INSTANCE_UID);
    }

    private void write(Set<ResultKind> kinds, OutputFindings ofFirst, OutputFindings ofSecond) throws IOException {
        List<ResultInput> inputs = Stream.of(0, 1)
                .map(i -> new ResultInput(
                        views.get(i), Phantom.MODEL, List.of(i == 0 ? ofFirst : ofSecond), Phantom.PRODUCTION))
                .toList();
        for (ResultObject object : ResultBuilder.build(inputs, ResultPlan.of(kinds))) {
            DicomFileWriter.write(root.resolve(object.sopInstance() + ".dcm"), object.toFile());
        }
    }

    private Map<String, Case> cases() throws IOException {
        Map<String, Case> cases = new TreeMap<>();
        DicomSeries.read(new DataSetOptions(root, Optional.empty(), DataSetOptions.USUAL_READERS))
                .forEach(one -> cases.put(one.id(), one));
        return cases;
    }

    @Test
    void eachRadiographHasTheMasksThatWereDrawnOnIt() throws IOException {
        write(Set.of(ResultKind.SEGMENTATION), drawn(views.get(0), 100, 140), drawn(views.get(1), 7, 9));

        Map<String, Case> cases = cases();

        assertThat(cases)
                .containsOnlyKeys(
                        instance(views.get(0)).value(), instance(views.get(1)).value());
        for (int i = 0; i < 2; i++) {
            Case one = cases.get(instance(views.get(i)).value());
            Grid grid = one.images().read().volume().grid();
            assertThat(grid.size()).isEqualTo(views.get(i).volume().grid().size());
            Mask mask =
                    one.truth(Truth.Masks.class).orElseThrow().source().on(grid).get("Nodule");
            BitSet expected = new BitSet();
            expected.set(i == 0 ? 100 : 7, i == 0 ? 140 : 9);
            assertThat(mask.voxels()).isEqualTo(expected);
            assertThat(one.columns()).containsEntry(Case.PATIENT, "patient 1").containsEntry("modality", "DX");
        }
    }

    @Test
    void eachRadiographHasTheMarksThatAReportPutsOnIt() throws IOException {
        Shape.Box box = new Shape.Box(new Vector3(42, 62, -0.5), new Vector3(58, 78, 0.5));
        write(Set.of(ResultKind.STRUCTURED_REPORT), marked(List.of(box)), marked(List.of()));

        Map<String, Case> cases = cases();

        assertThat(places(cases, 0)).singleElement().satisfies(place -> assertThat(
                        place.centre().minus(new Vector3(50, 70, 0)).length())
                .isLessThan(0.01));
        assertThat(places(cases, 1)).as("looked at, and nothing there").isEmpty();
    }

    private List<Truth.Place> places(Map<String, Case> cases, int view) {
        return cases.get(instance(views.get(view)).value())
                .truth(Truth.Places.class)
                .orElseThrow()
                .places();
    }

    private static OutputFindings drawn(SeriesVolume view, int from, int to) {
        BitSet pixels = new BitSet();
        pixels.set(from, to);
        Mask mask = new Mask(view.volume().grid(), pixels);
        return new SegmentationFindings(
                List.of(new PredictedSegment(new Segment(0, NODULE), mask, Optional.empty())), List.of());
    }

    private static OutputFindings marked(List<Shape> marks) {
        return new DetectionFindings(
                List.of(NODULE),
                marks.stream().map(mark -> new Detection(NODULE, mark, 0.9)).toList(),
                OperatingPoint.at(0.5));
    }
}
