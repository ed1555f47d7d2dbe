package org.tandem.result;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tandem.dicom.TandemException;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedMap;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.prediction.PredictionSet;
import org.tandem.model.LabelledClass;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Sought;
import org.tandem.result.finding.ClassificationFindings;
import org.tandem.result.finding.ClassificationFindings.Score;
import org.tandem.result.finding.DetectionFindings;
import org.tandem.result.finding.DetectionFindings.Detection;
import org.tandem.result.finding.MapFindings;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.result.finding.MapFindings.Purpose;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.finding.RegressionFindings;
import org.tandem.result.finding.RegressionFindings.Estimate;
import org.tandem.result.finding.Remarks;
import org.tandem.result.finding.SegmentationFindings;

/** Findings from what a network said, with what its manifest knows of each. */
final class PredictedFindings {

    private PredictedFindings() {}

    /** Of one output; refuses a prediction of another kind. */
    static OutputFindings of(Output asked, OutputPrediction said) {
        if (asked instanceof Output.Segmentation output && said instanceof OutputPrediction.Segmentation prediction) {
            return segmentation(output, prediction);
        }
        if (asked instanceof Output.Classification && said instanceof OutputPrediction.Classification prediction) {
            return new ClassificationFindings(
                    prediction.classes().stream().map(PredictedFindings::score).toList());
        }
        if (asked instanceof Output.Classification output && said instanceof OutputPrediction.Detection judged) {
            return detection(output.classes().stream().map(LabelledClass::meaning), judged);
        }
        if (asked instanceof Output.Detection output && said instanceof OutputPrediction.Detection prediction) {
            return detection(output.classes().stream().map(Sought::meaning), prediction);
        }
        if (asked instanceof Output.Regression && said instanceof OutputPrediction.Regression prediction) {
            return regression(prediction);
        }
        throw new TandemException(
                TandemException.Kind.REFUSE,
                "Prediction of output " + asked.tensor() + ": got "
                        + said.getClass().getSimpleName() + ", expected "
                        + asked.getClass().getSimpleName() + " as in the manifest");
    }

    private static OutputFindings segmentation(Output.Segmentation output, OutputPrediction.Segmentation said) {
        Optional<OperatingPoint> line =
                output.cut().exclusive() ? Optional.empty() : Optional.of(OperatingPoint.at(output.threshold()));
        return new SegmentationFindings(said.segments(), output.measurements(), line);
    }

    private static Score score(PredictedClass said) {
        LabelledClass labelled = said.labelled();
        return new Score(
                labelled.meaning(),
                said.probability(),
                said.interval(),
                new ClassificationFindings.Decision(labelled.operatingPoint(), said.present()));
    }

    /**
     * Why the model may be wrong here, sets of classes, and how the prediction came about; empty where there is nothing
     * to say.
     */
    static List<OutputFindings> remarks(Prediction prediction) {
        Stream<String> sets = prediction.outputs().stream()
                .filter(OutputPrediction.Classification.class::isInstance)
                .flatMap(output -> ((OutputPrediction.Classification) output).set().stream())
                .map(PredictionSet::inWords);
        List<String> sentences = Stream.of(prediction.warnings().stream(), sets, prediction.notes().stream())
                .flatMap(said -> said)
                .toList();
        return sentences.isEmpty() ? List.of() : List.of(new Remarks(sentences));
    }

    /** Maps of both kinds; empty where there are none. */
    static List<OutputFindings> maps(List<PredictedMap> maps) {
        List<ExplanationMap> explained = maps.stream()
                .map(map -> new ExplanationMap(purpose(map.kind()), map.label(), map.values(), map.explained()))
                .toList();
        return explained.isEmpty() ? List.of() : List.of(new MapFindings(explained));
    }

    private static Purpose purpose(PredictedMap.Kind kind) {
        return switch (kind) {
            case SALIENCY -> Purpose.SALIENCY;
            case CLASS_ACTIVATION -> Purpose.GRADIENT_CLASS_ACTIVATION;
            case UNCERTAINTY -> Purpose.UNCERTAINTY;
        };
    }

    private static OutputFindings detection(Stream<Meaning> sought, OutputPrediction.Detection said) {
        List<Detection> detections = said.places().stream()
                .map(place -> new Detection(place.meaning(), place.shape(), place.probability()))
                .toList();
        return new DetectionFindings(sought.toList(), detections, said.line());
    }

    private static OutputFindings regression(OutputPrediction.Regression said) {
        return new RegressionFindings(said.numbers().stream()
                .map(number -> new Estimate(
                        number.quantity().meaning(),
                        number.value(),
                        number.quantity().unit(),
                        number.interval()))
                .toList());
    }
}
