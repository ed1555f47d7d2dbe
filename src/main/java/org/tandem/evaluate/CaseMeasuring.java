package org.tandem.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.evaluate.data.Case;
import org.tandem.evaluate.data.Truth;
import org.tandem.evaluate.metric.Overlap;
import org.tandem.evaluate.metric.SurfaceDistance;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedNumber;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.model.OperatingPoint;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/** Sets what a model said of a case beside what is true, output by output. */
final class CaseMeasuring {

    private final Case truth;
    private final Grid grid;
    private final List<CaseRecord.OfSegment> segments = new ArrayList<>();
    private final List<CaseRecord.OfClass> classes = new ArrayList<>();
    private final List<CaseRecord.OfNumber> numbers = new ArrayList<>();
    private final List<CaseRecord.OfPlaces> places = new ArrayList<>();

    private CaseMeasuring(Case truth, Grid grid) {
        this.truth = truth;
        this.grid = grid;
    }

    /** Measures what outputs told, in their order; what the data set does not speak of is left out. */
    static CaseRecord measure(Case truth, Grid grid, Told told, Prediction prediction) throws IOException {
        CaseMeasuring measuring = new CaseMeasuring(truth, grid);
        for (int i = 0; i < told.outputs().size(); i++) {
            TruthNames names = told.names(i);
            if (prediction.outputs().get(i) instanceof OutputPrediction.Detection detection) {
                measuring.addPlaces(names, detection.places(), told.markLines(i));
            } else {
                measuring.add(names, prediction.outputs().get(i));
            }
        }
        return new CaseRecord(
                truth.id(),
                truth.columns(),
                new CaseRecord.Answers(measuring.segments, measuring.classes, measuring.numbers, measuring.places),
                "");
    }

    private void add(TruthNames names, OutputPrediction output) throws IOException {
        if (output instanceof OutputPrediction.Segmentation segmentation) {
            addSegments(names, segmentation.segments());
        } else if (output instanceof OutputPrediction.Classification classification) {
            addClasses(names, classification.classes());
        } else if (output instanceof OutputPrediction.Regression regression) {
            addNumbers(names, regression.numbers());
        }
    }

    private void addClasses(TruthNames names, List<PredictedClass> predicted) {
        truth.truth(Truth.Labels.class).ifPresent(known -> {
            for (int i = 0; i < predicted.size(); i++) {
                if (names.speaksOf(i, known.known())) {
                    classes.add(of(predicted.get(i), names.isPresent(i, known.present())));
                }
            }
        });
    }

    private static CaseRecord.OfClass of(PredictedClass predicted, boolean present) {
        return new CaseRecord.OfClass(
                predicted.labelled().meaning().label(),
                predicted.probability(),
                present,
                predicted
                        .labelled()
                        .operatingPoint()
                        .map(OperatingPoint::threshold)
                        .orElse(0.5));
    }

    private void addNumbers(TruthNames names, List<PredictedNumber> predicted) {
        truth.truth(Truth.Numbers.class).ifPresent(known -> {
            for (int i = 0; i < predicted.size(); i++) {
                PredictedNumber one = predicted.get(i);
                names.nameOf(i, known.names())
                        .map(known.values()::get)
                        .ifPresent(value -> numbers.add(new CaseRecord.OfNumber(
                                one.quantity().meaning().label(),
                                one.value(),
                                value,
                                one.quantity().unit().value())));
            }
        });
    }

    private void addPlaces(TruthNames names, List<PredictedPlace> predicted, List<Double> lines) {
        truth.truth(Truth.Places.class).ifPresent(known -> PairedPlaces.of(names, known, predicted, lines)
                .forEach(pair -> places.add(pair.measured())));
    }

    private void addSegments(TruthNames names, List<PredictedSegment> predicted) throws IOException {
        Optional<Truth.Masks> known = truth.truth(Truth.Masks.class);
        if (known.isEmpty()) {
            return;
        }
        Map<String, Mask> masks = known.get().source().on(grid);
        for (int i = 0; i < predicted.size(); i++) {
            segments.add(of(predicted.get(i), names.reference(i, masks, grid)));
        }
    }

    private static CaseRecord.OfSegment of(PredictedSegment predicted, Mask reference) {
        Overlap overlap = Overlap.of(predicted.mask(), reference);
        SurfaceDistance distance = SurfaceDistance.between(predicted.mask(), reference);
        return new CaseRecord.OfSegment(
                predicted.segment().label(),
                new CaseRecord.Voxels(
                        overlap.both(),
                        overlap.predicted(),
                        overlap.reference(),
                        reference.grid().voxelVolumeMm3()),
                new CaseRecord.Distances(distance.hausdorff95Mm(), distance.meanMm()));
    }
}
