package org.tandem.work;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tandem.inference.OutputPrediction;
import org.tandem.inference.PredictedSegment;
import org.tandem.inference.Prediction;

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
        return prediction.outputs().stream()
                .flatMap(output -> inWords(output).stream())
                .toList();
    }

    private static List<String> inWords(OutputPrediction output) {
        OutputPrediction.Segmentation segmentation = (OutputPrediction.Segmentation) output;
        return segmentation.segments().stream().map(Findings::inWords).toList();
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
}
