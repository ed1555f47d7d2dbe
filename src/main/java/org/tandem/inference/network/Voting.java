package org.tandem.inference.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandem.inference.tensor.Layouts;
import org.tandem.inference.tensor.Tensor;
import org.tandem.inference.tensor.TensorFunction;
import org.tandem.model.Output;

/** Makes of probabilities votes, 1 or 0: of channels that exclude each other, one is voted for. */
public record Voting(TensorFunction inner, List<Output> outputs, Layouts layouts, double from)
        implements TensorFunction {

    @Override
    public Map<String, Tensor> run(Map<String, Tensor> inputs) {
        Map<String, Tensor> votes = new HashMap<>(inner.run(inputs));
        for (Output output : outputs) {
            votes.computeIfPresent(
                    output.tensor(), (name, said) -> isExclusive(output) ? forTheMostProbable(said) : forEach(said));
        }
        return votes;
    }

    private static boolean isExclusive(Output output) {
        if (output instanceof Output.Classification classification) {
            return classification.scoring().choice() == Output.Choice.MULTI_CLASS;
        }
        return output instanceof Output.Segmentation segmentation
                && segmentation.cut().exclusive();
    }

    private Tensor forEach(Tensor said) {
        float[] votes = new float[said.values().length];
        for (int i = 0; i < votes.length; i++) {
            votes[i] = Layouts.requireProbability(said.values()[i]) >= from ? 1 : 0;
        }
        return new Tensor(votes, said.shape());
    }

    private Tensor forTheMostProbable(Tensor said) {
        float[] votes = new float[said.values().length];
        float[] values = said.values();
        layouts.channelsOf(said).forEach(channels -> {
            int most = channels.reduce((best, i) -> values[i] > values[best] ? i : best)
                    .orElseThrow();
            votes[most] = 1;
        });
        return new Tensor(votes, said.shape());
    }
}
