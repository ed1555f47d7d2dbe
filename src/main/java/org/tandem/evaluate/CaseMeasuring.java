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
import org.tandem.inference.OutputPrediction;
import org.tandem.inference.PredictedClass;
import org.tandem.inference.PredictedSegment;
import org.tandem.inference.Prediction;
import org.tandem.model.OperatingPoint;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;

/** Sets what a model said of a case beside what is true, output by output. */
final class CaseMeasuring {

    private final Case truth;
    private final Grid grid;
    private final List<CaseRecord.OfSegment> segments = new ArrayList<>();
    private final List<CaseRecord.OfClass> classes = new ArrayList<>();

    private CaseMeasuring(Case truth, Grid grid) {
        this.truth = truth;
        this.grid = grid;
    }

    /** Measures; what the data set does not speak of is left out. */
    static CaseRecord measure(Case truth, Grid grid, Prediction prediction) throws IOException {
        CaseMeasuring measuring = new CaseMeasuring(truth, grid);
        for (OutputPrediction output : prediction.outputs()) {
            measuring.add(output);
        }
        return new CaseRecord(
                truth.id(),
                truth.columns(),
                new CaseRecord.Answers(measuring.segments, measuring.classes, List.of(), List.of()),
                "");
    }

    private void add(OutputPrediction output) throws IOException {
        if (output instanceof OutputPrediction.Segmentation segmentation) {
            addSegments(segmentation.segments());
        } else if (output instanceof OutputPrediction.Classification classification) {
            addClasses(classification.classes());
        }
    }

    private void addClasses(List<PredictedClass> predicted) {
        truth.truth(Truth.Labels.class).ifPresent(known -> {
            TruthNames names = new TruthNames(predicted.stream()
                    .map(one -> one.labelled().meaning().label())
                    .toList());
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

    private void addSegments(List<PredictedSegment> predicted) throws IOException {
        Optional<Truth.Masks> known = truth.truth(Truth.Masks.class);
        if (known.isEmpty()) {
            return;
        }
        Map<String, Mask> masks = known.get().source().on(grid);
        TruthNames names = new TruthNames(
                predicted.stream().map(one -> one.segment().label()).toList());
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
