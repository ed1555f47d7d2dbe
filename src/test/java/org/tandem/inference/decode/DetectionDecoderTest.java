package org.tandem.inference.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.inference.Spheres;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.Window;
import org.tandem.model.Activation;
import org.tandem.model.Input.Layout;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Places;
import org.tandem.model.Places.BoxForm;
import org.tandem.model.Places.Order;
import org.tandem.model.Places.Unit;
import org.tandem.model.Sought;
import org.tandem.volume.Grid;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

final class DetectionDecoderTest {

    private static final Meaning NODULE = Meaning.of("Nodule", Code.of("SCT 1 A"), Code.of("SCT 2 B"));
    private static final Window ORIGIN = new Window(0, 0, 0);

    /** A picture of 20 by 10 pixels that the network saw as 10 by 10. */
    private final Grid picture = Spheres.grid(20, 10, 1);

    private final Answers.Grids stretched = new Answers.Grids(picture.resizedTo(new Size(10, 10, 1)), picture);

    @Test
    void aBoxIsCarriedFromTheNetworksPixelsOntoTheSources() {
        // rows 2 to 4, columns 1 to 3 of the network's, from the edge; the source has two columns for each of them
        Shape.Box box = (Shape.Box) decode(boxes(Order.YXYX, Unit.PIXELS), stretched, 2, 1, 4, 3)
                .get(0)
                .shape();
        assertClose(box.from(), new Vector3(1.5, 1.5, -0.5));
        assertClose(box.to(), new Vector3(5.5, 3.5, 0.5));
    }

    @Test
    void everyOrderAndUnitMeansTheSameBox() {
        Shape expected = decode(boxes(Order.YXYX, Unit.PIXELS), stretched, 2, 1, 4, 3)
                .get(0)
                .shape();
        assertSame(decode(boxes(Order.XYXY, Unit.PIXELS), stretched, 1, 2, 3, 4), expected);
        assertSame(decode(boxes(Order.CXCYWH, Unit.PIXELS), stretched, 2, 3, 2, 2), expected);
        assertSame(decode(boxes(Order.YXYX, Unit.NORMALISED), stretched, .2f, .1f, .4f, .3f), expected);
    }

    @Test
    void ofTwoBoxesThatOverlapTheMoreProbableStays() {
        // 2×2 and the same moved by half a column: common 1.5 × 2 = 3, union 5; beside them another
        float[] two = {0, 0, 2, 2, 0, .5f, 2, 2.5f, 5, 5, 7, 7};
        Answers answers = answers(Tensor.of(two, 1, 3, 4), Tensor.of(new float[] {.6f, .9f, .7f}, 1, 3));
        assertThat(decode(boxes(0.5), answers))
                .extracting(PredictedPlace::probability)
                .allSatisfy(p -> assertThat(p).isBetween(0.69, 0.91))
                .hasSize(2);
        assertThat(decode(boxes(0.61), answers)).hasSize(3);
    }

    @Test
    void boxesOnNeighbouringSlicesBecomeOneThroughAllOfThem() {
        Grid three = Spheres.grid(10, 10, 3);
        float[] boxes = {2, 2, 4, 4, 2, 2, 4, 5, 7, 7, 9, 9};
        List<Window> slices = List.of(ORIGIN, new Window(0, 0, 1), new Window(0, 0, 2));
        Answers answers = new Answers(
                Map.of("boxes", Tensor.of(boxes, 3, 1, 4), "scores", Tensor.of(new float[] {.7f, .8f, .6f}, 3, 1)),
                slices,
                new Size(10, 10, 1));
        List<PredictedPlace> places = places(boxes(0.5), answers, new Answers.Grids(three, three));
        assertThat(places).hasSize(2);
        Shape.Box joined = (Shape.Box) places.get(0).shape();
        assertClose(joined.from(), new Vector3(1.5, 1.5, -0.5));
        assertClose(joined.to(), new Vector3(4.5, 3.5, 1.5));
        assertThat(places.get(0).probability()).isEqualTo(0.8, within(1e-6));
    }

    @Test
    void boxesOfAWindowLieWhereTheWindowLies() {
        Grid grid = Spheres.grid(8, 8, 8);
        Answers answers = new Answers(
                Map.of(
                        "boxes", Tensor.of(new float[] {0, 0, 0, 2, 2, 2, 1, 1, 1, 2, 2, 2}, 2, 1, 6),
                        "scores", Tensor.of(new float[] {.4f, .9f}, 2, 1)),
                List.of(ORIGIN, new Window(4, 2, 3)),
                new Size(4, 4, 4));
        Output.Detection output = output(
                new Places.Boxes(Optional.of("scores"), Optional.empty(), new BoxForm(Order.ZYXZYX, Unit.PIXELS)), 0.5);
        List<PredictedPlace> places =
                new DetectionDecoder(output, new Layouts(Layout.NDHWC)).decode(answers, new Answers.Grids(grid, grid))
                                instanceof OutputPrediction.Detection found
                        ? found.places()
                        : List.of();
        assertThat(places).hasSize(1);
        assertClose(((Shape.Box) places.get(0).shape()).from(), new Vector3(4.5, 2.5, 3.5));
    }

    @Test
    void anAnchorIsMovedByItsEdgeAndGrowsByTheExponential() {
        // stride 5 of 10×10: anchors about (2.5, 2.5), (7.5, 2.5) …, edge 4; the second moved by a quarter down, twice
        // as wide
        float[] deltas = new float[16];
        deltas[4] = 0.25f;
        deltas[7] = (float) Math.log(2);
        Places.Anchors anchors = new Places.Anchors(
                Optional.of("scores"),
                List.of(new Places.Level(5, List.of(4.0))),
                List.of(1.0),
                new Places.Deviations(1, 1, Places.AxisOrder.YX));
        Answers answers = answers(Tensor.of(deltas, 1, 4, 4), Tensor.of(new float[] {0, .9f, 0, 0}, 1, 4));
        Shape.Box box = (Shape.Box)
                places(output(anchors, 0.5), answers, unchanged()).get(0).shape();
        // centre (7.5, 3.5), 8 wide, 4 high, from the edge
        assertClose(box.from(), new Vector3(3, 1, -0.5));
        assertClose(box.to(), new Vector3(11, 5, 0.5));
    }

    @Test
    void peaksOfACoarseMapLieInTheMiddleOfItsPixels() {
        // 5×5 over 10×10; peaks at column 3, row 1 and, lower and 4 mm beside it, at column 4, row 1
        float[] map = new float[25];
        map[8] = .9f;
        map[22] = .7f;
        map[24] = .6f;
        Answers answers =
                new Answers(Map.of("boxes", Tensor.of(map, 1, 1, 5, 5, 1)), List.of(ORIGIN), new Size(10, 10, 1));
        List<PredictedPlace> apart = places(output(new Places.Peaks(5), 0.5), answers, unchanged());
        assertThat(apart).hasSize(3);
        assertClose(apart.get(0).shape().centre(), new Vector3(6.5, 2.5, 0));
        assertThat(places(output(new Places.Peaks(9), 0.5), answers, unchanged()))
                .hasSize(2);
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        Answers answers = answers(Tensor.of(new float[6], 1, 2, 3), Tensor.of(new float[2], 1, 2));
        assertThatThrownBy(() -> decode(boxes(0.5), answers)).hasMessageContaining("expected [1, boxes, 4]");
    }

    private Answers.Grids unchanged() {
        Grid grid = Spheres.grid(10, 10, 1);
        return new Answers.Grids(grid, grid);
    }

    private static Output.Detection boxes(Order order, Unit unit) {
        return output(new Places.Boxes(Optional.of("scores"), Optional.empty(), new BoxForm(order, unit)), 0.5);
    }

    private static Output.Detection boxes(double overlap) {
        return output(
                new Places.Boxes(Optional.of("scores"), Optional.empty(), new BoxForm(Order.YXYX, Unit.PIXELS)),
                overlap);
    }

    private static Output.Detection output(Places places, double overlap) {
        Output.Selection selection = new Output.Selection(Activation.NONE, OperatingPoint.at(0.5), overlap, 100);
        return new Output.Detection("boxes", places, selection, List.of(new Sought(0, NODULE)));
    }

    private static Answers answers(Tensor boxes, Tensor scores) {
        return new Answers(Map.of("boxes", boxes, "scores", scores), List.of(ORIGIN), new Size(10, 10, 1));
    }

    private List<PredictedPlace> decode(Output.Detection output, Answers.Grids grids, float... box) {
        Answers answers = answers(Tensor.of(box, 1, 1, 4), Tensor.of(new float[] {0.9f}, 1, 1));
        return places(output, answers, grids);
    }

    private List<PredictedPlace> decode(Output.Detection output, Answers answers) {
        return places(output, answers, unchanged());
    }

    private static List<PredictedPlace> places(Output.Detection output, Answers answers, Answers.Grids grids) {
        Decoder decoder = new DetectionDecoder(output, new Layouts(Layout.NHWC));
        return ((OutputPrediction.Detection) decoder.decode(answers, grids)).places();
    }

    private static void assertSame(List<PredictedPlace> places, Shape expected) {
        Shape.Box box = (Shape.Box) places.get(0).shape();
        assertClose(box.from(), ((Shape.Box) expected).from());
        assertClose(box.to(), ((Shape.Box) expected).to());
    }

    private static void assertClose(Vector3 got, Vector3 expected) {
        assertThat(got.minus(expected).length()).as(got + " is " + expected).isLessThan(1e-5);
    }
}
