package org.tandem.inference;

import java.util.List;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.volume.Crop;

/** Brings what was said of a block of voxels back onto the whole grid. */
record Restoring(Crop crop) {

    Prediction of(Prediction part) {
        List<PredictedMap> maps = part.maps().stream()
                .map(map -> new PredictedMap(map.kind(), map.label(), crop.restored(map.values(), 0), map.explained()))
                .toList();
        return new Prediction(part.outputs().stream().map(this::of).toList(), maps, part.warnings(), part.notes());
    }

    private OutputPrediction of(OutputPrediction output) {
        if (output instanceof OutputPrediction.Segmentation segmentation) {
            return new OutputPrediction.Segmentation(
                    segmentation.segments().stream().map(this::of).toList());
        }
        return output instanceof OutputPrediction.Detection detection
                ? new OutputPrediction.Detection(
                        detection.places().stream().map(this::of).toList(), detection.line())
                : output;
    }

    private PredictedSegment of(PredictedSegment part) {
        return new PredictedSegment(
                part.segment(),
                crop.restored(part.mask()),
                part.probability().map(map -> () -> crop.restored(map.onSourceGrid(), 0)));
    }

    private PredictedPlace of(PredictedPlace part) {
        return new PredictedPlace(part.meaning(), part.shape().plus(crop.corner()), part.probability());
    }
}
