package org.tandem.inference.decode;

import java.util.Optional;
import org.tandem.inference.prediction.OutputPrediction;
import org.tandem.inference.prediction.PredictedNumber;
import org.tandem.inference.tensor.Answers;
import org.tandem.inference.tensor.Layouts;
import org.tandem.model.Interval;
import org.tandem.model.Output;
import org.tandem.model.Quantity;

/** Numbers in their units; with the interval that the error allows where it was measured. */
record RegressionDecoder(Output.Regression output) implements Decoder {

    @Override
    public OutputPrediction decode(Answers answers, Answers.Grids grids) {
        double[] said = Rows.pooled(answers, output.tensor(), output.pooling());
        Optional<double[]> margins = Spread.margins(answers, output.tensor());
        return new OutputPrediction.Regression(output.quantities().stream()
                .map(quantity -> {
                    double value = Rows.at(said, quantity.channel(), output.tensor());
                    return number(quantity, value, margins.map(all -> all[quantity.channel()]));
                })
                .toList());
    }

    /** The error that was measured says more than how far views or networks differ. */
    private PredictedNumber number(Quantity quantity, double said, Optional<Double> margin) {
        double value = quantity.scale().of(said);
        if (!Double.isFinite(value)) {
            throw Layouts.refusal("\"" + output.tensor() + "\": got the value " + said + ", expected a number");
        }
        Optional<Interval> measured = quantity.scale()
                .error()
                .map(error -> new Interval(value + error.low(), value + error.high(), error.level()));
        return new PredictedNumber(
                quantity, value, measured.or(() -> margin.map(half -> about(value, half, quantity.scale()))));
    }

    private static Interval about(double value, double margin, Quantity.Scale scale) {
        double half = margin * Math.abs(scale.factor());
        return new Interval(value - half, value + half, Spread.LEVEL);
    }
}
