package org.tandem.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandem.inference.OutputPrediction;
import org.tandem.inference.PredictedSegment;
import org.tandem.inference.Prediction;
import org.tandem.model.Manifest;
import org.tandem.model.Output;
import org.tandem.result.Measurement;
import org.tandem.result.SegmentationFindings;

/** What a model found, as results want it and as people read it. */
final class Findings {

    private static final double MM3_PER_CM3 = 1000;

    private Findings() {}

    /** Each output of the network with the measurements that its manifest asks for. */
    static List<SegmentationFindings> toReport(Manifest manifest, Prediction prediction) {
        List<SegmentationFindings> findings = new ArrayList<>();
        for (int i = 0; i < manifest.outputs().size(); i++) {
            Output.Segmentation output =
                    (Output.Segmentation) manifest.outputs().get(i);
            OutputPrediction.Segmentation found =
                    (OutputPrediction.Segmentation) prediction.outputs().get(i);
            List<Measurement> measurements =
                    output.measurements().stream().map(Measurement::of).toList();
            findings.add(new SegmentationFindings(found.segments(), measurements));
        }
        return findings;
    }

    /** One line a segment: for logs, the ledger and the status page. */
    static List<String> inWords(Prediction prediction) {
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
        return found.mask().isEmpty()
                ? label + ": nothing found"
                : String.format(Locale.ROOT, "%s %.1f cm³", label, found.mask().volumeMm3() / MM3_PER_CM3);
    }
}
