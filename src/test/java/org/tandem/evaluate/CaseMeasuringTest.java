package org.tandem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.ImageSource;
import org.tandem.evaluate.data.Truth;
import org.tandem.evaluate.report.Report;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedNumber;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.Activation;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Places;
import org.tandem.model.Quantity;
import org.tandem.model.Sought;
import org.tandem.volume.Axes;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** What is said beside what is true, on figures that can be worked out by hand. */
final class CaseMeasuringTest {

    private static final Meaning NODULE =
            Meaning.of("Nodule", new Code("1", "99T", "Finding"), new Code("2", "99T", "Nodule"));
    private static final Grid GRID = new Grid(
            new Size(100, 100, 50),
            new Axes(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)),
            new Vector3(1, 1, 2),
            new Vector3(0, 0, 0));
    /** A ball of 10 mm around (50, 50, 20); slices are 2 mm apart. */
    private static final Truth.Place BALL = new Truth.Place("nodule", new Vector3(40, 40, 15), new Vector3(60, 60, 25));

    private static final Truth.Place BESIDE =
            new Truth.Place("nodule", new Vector3(70, 40, 15), new Vector3(90, 60, 25));

    @Test
    void aPointHitsWithinTheRadius() throws IOException {
        CaseRecord.OfPlaces places = measured(
                List.of(BALL),
                mark(new Shape.Point(new Vector3(59.9, 50, 20)), 0.9),
                mark(new Shape.Point(new Vector3(50, 50, 25.1)), 0.8),
                mark(new Shape.Point(new Vector3(58, 58, 20)), 0.7));

        assertThat(places.places()).isEqualTo(1);
        assertThat(places.marks())
                .as("9.9 mm, 10.2 mm, and 11.3 mm off but within the box")
                .containsExactly(
                        new CaseRecord.OfMark(0.9, 0), new CaseRecord.OfMark(0.8, -1), new CaseRecord.OfMark(0.7, -1));
    }

    @Test
    void aBoxHitsFromAHalfOfIntersectionOverUnionOn() throws IOException {
        // moved by 5 of 20 along x: 15 of 25; by 8: 12 of 28
        CaseRecord.OfPlaces places = measured(List.of(BALL), mark(box(5), 0.9), mark(box(8), 0.8));

        assertThat(places.marks()).extracting(CaseRecord.OfMark::place).containsExactly(0, -1);
    }

    @Test
    void ofANoduleTheMiddleCountsWhateverTheSizeOfTheBox() throws IOException {
        Truth.Places nodules = new Truth.Places(List.of(BALL), List.of(BESIDE), Set.of("nodule"), Truth.Hit.BY_MIDDLE);
        PredictedPlace small = mark(new Shape.Box(new Vector3(49, 49, 19), new Vector3(53, 53, 21)), 0.9);
        PredictedPlace doubtful = mark(new Shape.Point(new Vector3(80, 50, 20)), 0.8);
        PredictedPlace wrong = mark(new Shape.Point(new Vector3(20, 50, 20)), 0.7);

        assertThat(PlaceMatching.marks(List.of(small, doubtful, wrong), nodules))
                .as("what hits a doubtful place is neither right nor wrong")
                .containsExactly(new CaseRecord.OfMark(0.9, 0), new CaseRecord.OfMark(0.7, -1));
    }

    @Test
    void aMarkCountsForThePlaceThatItHitsBest() throws IOException {
        Truth.Place beside = new Truth.Place("nodule", new Vector3(46, 40, 15), new Vector3(66, 60, 25));

        assertThat(measured(List.of(BALL, beside), mark(box(5), 0.9)).marks())
                .extracting(CaseRecord.OfMark::place)
                .containsExactly(1);
    }

    @Test
    void sensitivityAndFalseMarksAreCountedOverImagesWithAndWithoutPlaces() throws IOException {
        List<CaseRecord> records = List.of(
                record("one", List.of(BALL), mark(box(0), 0.9), mark(box(40), 0.5)), // a hit, a false one below it
                record("two", List.of(BALL)),
                record("three", List.of(), mark(box(0), 0.7)),
                record("four", List.of()));

        MeasuredPlaces measured = new MeasuredPlaces("Nodule");

        assertThat(value(measured.furtherRows(records), "sensitivity at 0.125 false marks an image"))
                .isEqualTo(0.5);
        assertThat(value(measured.furtherRows(records), "sensitivity of all marks"))
                .isEqualTo(0.5);
        assertThat(value(measured.furtherRows(records), "false marks an image of all marks"))
                .isEqualTo(0.5);
    }

    @Test
    void theCurveGoesOnBelowTheModelsThresholdAndSaysWhereThatIs() throws IOException {
        List<CaseRecord> records = List.of(
                record("one", List.of(BALL), mark(box(0), 0.9), mark(box(60), 0.6)), // a hit, a false one below it
                record("two", List.of(BALL), mark(box(40), 0.4), mark(box(0), 0.3)), // found below 0.5 only
                record("three", List.of(), mark(box(0), 0.2)),
                record("four", List.of()));

        MeasuredPlaces measured = new MeasuredPlaces("Nodule");

        // points (false marks an image, sensitivity): (0, 1/2), (1/4, 1/2), (1/2, 1/2), (1/2, 1), (3/4, 1)
        List<Report.Row> rows = new ArrayList<>(measured.mainRows(records));
        rows.addAll(measured.furtherRows(records));
        assertThat(value(rows, "sensitivity at 0.25 false marks an image")).isEqualTo(0.5);
        assertThat(value(rows, "sensitivity at 0.5 false marks an image")).isEqualTo(1);
        assertThat(value(rows, "mean sensitivity at 1/8 to 8 false marks an image (CPM of LUNA16)"))
                .as("a half at 1/8 and 1/4, 1 at the five others")
                .isCloseTo(6 / 7.0, within(1e-12));
        assertThat(value(rows, "sensitivity of marks from 0.5 on (the model's threshold)"))
                .isEqualTo(0.5);
        assertThat(value(rows, "false marks an image of marks from 0.5 on (the model's threshold)"))
                .isEqualTo(0.25);
        assertThat(value(rows, "sensitivity of all marks")).isEqualTo(1);
        assertThat(value(rows, "false marks an image of all marks")).isEqualTo(0.75);
    }

    @Test
    void ofWhatIsNotToldInAnImageNothingIsMeasured() throws IOException {
        Case untold = new Case("c", NO_IMAGES, List.of(new Truth.Places(List.of(), Set.of("Mass"))), Map.of());

        assertThat(CaseMeasuring.measure(untold, GRID, told(DETECTION), prediction())
                        .answers()
                        .places())
                .isEmpty();
    }

    @Test
    void aNumberStandsBesideTheColumnOfItsName() throws IOException {
        Quantity age = new Quantity(
                0,
                Meaning.of("Bone age", NODULE.category(), NODULE.type()),
                new Code("mo", "UCUM", "month"),
                new Quantity.Scale(1, 0, Optional.empty()));
        Output output = new Output.Regression("t", Output.Pooling.MEAN, List.of(age));
        Prediction said = new Prediction(
                List.of(new OutputPrediction.Regression(List.of(new PredictedNumber(age, 120, Optional.empty())))));
        Case known = new Case(
                "c", NO_IMAGES, List.of(new Truth.Numbers(Map.of("bone_age", 126.0, "weight", 30.0))), Map.of());

        assertThat(CaseMeasuring.measure(known, GRID, told(output), said)
                        .answers()
                        .numbers())
                .containsExactly(new CaseRecord.OfNumber("Bone age", 120, 126, "mo"));
    }

    private static final ImageSource NO_IMAGES = levels -> {
        throw new IOException("not asked for");
    };
    private static final Output DETECTION = new Output.Detection(
            "t",
            new Places.Peaks(5),
            new Output.Selection(Activation.NONE, OperatingPoint.at(0.5), 0.5, 100),
            List.of(new Sought(0, NODULE)));

    private static double value(List<Report.Row> rows, String measure) {
        return rows.stream()
                .filter(row -> row.measure().equals(measure))
                .findFirst()
                .orElseThrow()
                .estimate()
                .value();
    }

    private static Told told(Output output) {
        return new Told(List.of(output), Optional.empty());
    }

    private static Shape box(double moved) {
        Vector3 by = new Vector3(moved, 0, 0);
        return new Shape.Box(BALL.from().plus(by), BALL.to().plus(by));
    }

    private static PredictedPlace mark(Shape shape, double probability) {
        return new PredictedPlace(NODULE, shape, probability);
    }

    private static Prediction prediction(PredictedPlace... marks) {
        return new Prediction(List.of(new OutputPrediction.Detection(List.of(marks), OperatingPoint.at(0.5))));
    }

    private static CaseRecord.OfPlaces measured(List<Truth.Place> truth, PredictedPlace... marks) throws IOException {
        return record("c", truth, marks).answers().places().get(0);
    }

    private static CaseRecord record(String id, List<Truth.Place> truth, PredictedPlace... marks) throws IOException {
        Case known = new Case(id, NO_IMAGES, List.of(new Truth.Places(truth, Set.of("nodule"))), Map.of());
        return CaseMeasuring.measure(known, GRID, told(DETECTION), prediction(marks));
    }
}
