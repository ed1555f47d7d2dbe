package org.tandem.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedNumber;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;

/** What a model said of an image as numbers with names, so that two answers can be compared. */
final class Said {

    private final Grid grid;
    private final Map<String, Double> numbers = new LinkedHashMap<>();

    private Said(Grid grid) {
        this.grid = grid;
    }

    /** Every number of a prediction on this grid, in the order of outputs. */
    static Map<String, Double> of(Prediction prediction, Grid grid) {
        Said said = new Said(grid);
        for (int i = 0; i < prediction.outputs().size(); i++) {
            said.add("output " + i, prediction.outputs().get(i));
        }
        return said.numbers;
    }

    private void add(String output, OutputPrediction prediction) {
        if (prediction instanceof OutputPrediction.Segmentation segmentation) {
            segmentation.segments().forEach(segment -> add(output, segment));
        } else if (prediction instanceof OutputPrediction.Classification classification) {
            classification.classes().forEach(one -> add(output, one));
        } else if (prediction instanceof OutputPrediction.Regression regression) {
            regression.numbers().forEach(number -> add(output, number));
        } else if (prediction instanceof OutputPrediction.Detection detection) {
            numbers.put(output + ", places", (double) detection.places().size());
            for (int i = 0; i < detection.places().size(); i++) {
                add(output + ", place " + i, detection.places().get(i));
            }
        }
    }

    private void add(String output, PredictedSegment segment) {
        String name = output + ", " + segment.segment().label();
        Mask mask = segment.mask();
        numbers.put(name + ", voxels", (double) mask.count());
        if (!mask.isEmpty()) {
            put(name, grid.toPatient(mask.middle()));
        }
    }

    private void add(String output, PredictedClass one) {
        numbers.put(output + ", " + one.labelled().meaning().label() + ", probability", one.probability());
    }

    private void add(String output, PredictedNumber number) {
        numbers.put(output + ", " + number.quantity().meaning().label() + ", value", number.value());
    }

    private void add(String output, PredictedPlace place) {
        String name = output + ", " + place.meaning().label();
        numbers.put(name + ", probability", place.probability());
        put(name, grid.toPatient(place.shape().centre()));
    }

    private void put(String name, Vector3 centreMm) {
        numbers.put(name + ", x_mm", centreMm.x());
        numbers.put(name + ", y_mm", centreMm.y());
        numbers.put(name + ", z_mm", centreMm.z());
    }
}
