package org.tandem.evaluate;

import java.util.List;
import java.util.Optional;
import org.tandem.model.LabelledClass;
import org.tandem.model.Manifest;
import org.tandem.model.Meaning;
import org.tandem.model.OperatingPoint;
import org.tandem.model.Output;
import org.tandem.model.Technique;

/**
 * What a model tells, and from where on it reports it.
 *
 * @param candidateLine from where on a candidate is marked, where that is another line than its class's
 */
public record Told(List<Output> outputs, Optional<OperatingPoint> candidateLine) {

    /** Where a manifest draws no line of its own. */
    private static final double USUAL_LINE = 0.5;

    public Told {
        outputs = List.copyOf(outputs);
    }

    public static Told by(Manifest manifest) {
        return new Told(
                manifest.outputs(),
                manifest.technique() instanceof Technique.Candidates candidates ? candidates.line() : Optional.empty());
    }

    /** What an output speaks of, in the order of the manifest. */
    TruthNames names(int output) {
        return new TruthNames(
                outputs.get(output).meanings().stream().map(Meaning::label).toList());
    }

    /** From which probability on an output reports marks, of each of its meanings. */
    List<Double> markLines(int output) {
        if (outputs.get(output) instanceof Output.Classification classes) {
            return classes.classes().stream().map(this::markLine).toList();
        }
        double line = outputs.get(output) instanceof Output.Detection detection
                ? detection.selection().operatingPoint().threshold()
                : USUAL_LINE;
        return outputs.get(output).meanings().stream().map(meaning -> line).toList();
    }

    private double markLine(LabelledClass labelled) {
        return candidateLine
                .or(labelled::operatingPoint)
                .map(OperatingPoint::threshold)
                .orElse(USUAL_LINE);
    }
}
