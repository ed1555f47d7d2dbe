package org.tandem.inference.decode;

import java.util.List;
import java.util.Optional;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.model.Meaning;
import org.tandem.model.Output;
import org.tandem.model.Places;
import org.tandem.model.Sought;
import org.tandem.volume.Shape;
import org.tandem.volume.Vector3;

/** Places that reach the threshold, each once, carried from the network's grid onto the source's. */
record DetectionDecoder(Output.Detection output, Layouts layouts) implements Decoder {

    @Override
    public OutputPrediction decode(Answers answers, Answers.Grids grids) {
        List<PredictedPlace> places = found(answers, grids).stream()
                .sorted(Suppression.byScore())
                .limit(output.selection().max())
                .map(found -> place(found, grids))
                .toList();
        return new OutputPrediction.Detection(places, output.selection().operatingPoint());
    }

    private List<Found> found(Answers answers, Answers.Grids grids) {
        boolean flat = layouts.layout().isFlat();
        double overlap = output.selection().overlap();
        if (output.places() instanceof Places.Peaks peaks) {
            return new PeakReading(output, layouts, peaks.radiusMm()).read(answers, grids.network());
        }
        List<Found> kept = Suppression.apply(boxes(answers, flat).read(answers), overlap);
        return flat && grids.network().size().z() > 1 ? SliceJoining.apply(kept, overlap) : kept;
    }

    private BoxReading boxes(Answers answers, boolean flat) {
        if (output.places() instanceof Places.Boxes boxes) {
            return new BoxReading(output, new ListedBoxes(boxes.form(), answers.window()), boxes.labels());
        }
        Places.Anchors places = (Places.Anchors) output.places();
        AnchoredBoxes anchors = new AnchoredBoxes(places, answers.window(), flat);
        int boxes = answers.require(output.tensor()).shape().get(1);
        if (boxes != anchors.count()) {
            throw Layouts.refusal("\"" + output.tensor() + "\" of " + boxes + " boxes, expected " + anchors.count()
                    + ", one for each anchor of the manifest");
        }
        return new BoxReading(output, anchors, Optional.empty());
    }

    private PredictedPlace place(Found found, Answers.Grids grids) {
        Meaning meaning = output.classes().stream()
                .filter(sought -> sought.channel() == found.channel())
                .map(Sought::meaning)
                .findFirst()
                .orElseThrow();
        return new PredictedPlace(meaning, shape(found.shape(), grids), found.score());
    }

    private static Shape shape(Shape onNetwork, Answers.Grids grids) {
        if (onNetwork instanceof Shape.Box box) {
            Vector3 one = carried(box.from(), grids);
            Vector3 other = carried(box.to(), grids);
            return new Shape.Box(
                    new Vector3(
                            Math.min(one.x(), other.x()), Math.min(one.y(), other.y()), Math.min(one.z(), other.z())),
                    new Vector3(
                            Math.max(one.x(), other.x()), Math.max(one.y(), other.y()), Math.max(one.z(), other.z())));
        }
        return new Shape.Point(carried(onNetwork.centre(), grids));
    }

    private static Vector3 carried(Vector3 index, Answers.Grids grids) {
        return grids.source().toIndex(grids.network().toPatient(index));
    }
}
