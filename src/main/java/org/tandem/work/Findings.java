package org.tandem.work;

import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedClass;
import org.tandem.inference.prediction.PredictedNumber;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.inference.prediction.PredictedSegment;
import org.tandem.inference.prediction.Prediction;
import org.tandem.inference.prediction.PredictionSet;

/** Says in a line each what a model found: for logs, the ledger and the status page. */
final class Findings {

    private static final double MM3_PER_CM3 = 1000;

    private Findings() {}

    /** One line a segment; of several pictures, each line with the number of its picture. */
    static List<String> inWords(List<Prediction> predictions) {
        return predictions.size() == 1
                ? inWords(predictions.get(0))
                : IntStream.range(0, predictions.size())
                        .boxed()
                        .flatMap(
                                i -> inWords(predictions.get(i)).stream().map(line -> "image " + (i + 1) + ": " + line))
                        .toList();
    }

    private static List<String> inWords(Prediction prediction) {
        return Stream.of(
                        prediction.outputs().stream().flatMap(output -> inWords(output).stream()),
                        prediction.warnings().stream(),
                        prediction.notes().stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> inWords(OutputPrediction output) {
        if (output instanceof OutputPrediction.Segmentation segmentation) {
            return segmentation.segments().stream().map(Findings::inWords).toList();
        }
        if (output instanceof OutputPrediction.Classification classification) {
            return Stream.concat(
                            classification.classes().stream().map(Findings::inWords),
                            classification.set().map(PredictionSet::inWords).stream())
                    .toList();
        }
        if (output instanceof OutputPrediction.Regression regression) {
            return regression.numbers().stream().map(Findings::inWords).toList();
        }
        return counted(((OutputPrediction.Detection) output).places());
    }

    private static String inWords(PredictedSegment found) {
        String label = found.segment().label();
        if (found.mask().isEmpty()) {
            return label + ": nothing found";
        }
        return found.mask().grid().size().z() == 1
                ? label + " " + found.mask().count() + " pixels"
                : String.format(Locale.ROOT, "%s %.1f cm³", label, found.mask().volumeMm3() / MM3_PER_CM3);
    }

    private static String inWords(PredictedClass said) {
        String presence = said.present() ? "present" : "absent";
        return String.format(
                Locale.ROOT, "%s %s (%.2f)", said.labelled().meaning().label(), presence, said.probability());
    }

    private static String inWords(PredictedNumber said) {
        return String.format(
                Locale.ROOT,
                "%s %.4g %s",
                said.quantity().meaning().label(),
                said.value(),
                said.quantity().unit().value());
    }

    /** How many of each, and how sure the surest is. */
    private static List<String> counted(List<PredictedPlace> places) {
        if (places.isEmpty()) {
            return List.of("nothing found");
        }
        Map<String, DoubleSummaryStatistics> byLabel = places.stream()
                .collect(Collectors.groupingBy(
                        place -> place.meaning().label(),
                        LinkedHashMap::new,
                        Collectors.summarizingDouble(PredictedPlace::probability)));
        return byLabel.entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT,
                        "%s: %d found (at most %.2f)",
                        entry.getKey(),
                        entry.getValue().getCount(),
                        entry.getValue().getMax()))
                .toList();
    }
}
