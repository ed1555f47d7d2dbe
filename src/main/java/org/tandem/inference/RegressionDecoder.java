package org.tandem.inference;

import java.util.Optional;
import org.tandem.model.Interval;
import org.tandem.model.Output;
import org.tandem.model.Quantity;

/** Numbers in their units; with the interval that the error allows where it was measured. */
record RegressionDecoder(Output.Regression output) implements Decoder {

    @Override
    public OutputPrediction decode(Answers answers, Answers.Grids grids) {
        double[] said = Rows.pooled(answers, output.tensor(), output.pooling());
        return new OutputPrediction.Regression(output.quantities().stream()
                .map(quantity -> number(quantity, Rows.at(said, quantity.channel(), output.tensor())))
                .toList());
    }

    private PredictedNumber number(Quantity quantity, double said) {
        double value = quantity.scale().of(said);
        if (!Double.isFinite(value)) {
            throw Layouts.refusal("\"" + output.tensor() + "\": got the value " + said + ", expected a number");
        }
        Optional<Interval> interval = quantity.scale()
                .error()
                .map(error -> new Interval(value + error.low(), value + error.high(), error.level()));
        return new PredictedNumber(quantity, value, interval);
    }
}
