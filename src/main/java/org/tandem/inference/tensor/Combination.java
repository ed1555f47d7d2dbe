package org.tandem.inference.tensor;

import java.util.Collections;
import java.util.List;
import org.tandem.model.Ensemble;

/**
 * What several say together: a weighted sum of what each says.
 *
 * @param weights one for each
 * @param bias is added to the sum
 * @param onLogits whether the sum is of the logits of probabilities, and a logit itself (stacking,
 *     doi:10.1016/S0893-6080(05)80023-1)
 */
public record Combination(List<Double> weights, double bias, boolean onLogits) {

    /** So that the logits of 0 and 1 have an end: ± 13.8. */
    private static final double LEAST_PROBABILITY = 1e-6;

    public Combination {
        weights = List.copyOf(weights);
    }

    public static Combination mean(int members) {
        return new Combination(Collections.nCopies(members, 1.0 / members), 0, false);
    }

    public static Combination of(Ensemble.Combining combining) {
        if (combining instanceof Ensemble.Combining.Stack stack) {
            return new Combination(stack.weights(), stack.bias(), true);
        }
        return combining instanceof Ensemble.Combining.Vote vote
                ? new Combination(vote.weights(), 0, false)
                : new Combination(((Ensemble.Combining.Mean) combining).weights(), 0, false);
    }

    /** Of one tensor each, all of one shape. */
    public Tensor of(List<Tensor> said) {
        float[] together = new float[said.get(0).values().length];
        for (int i = 0; i < together.length; i++) {
            double sum = bias;
            for (int member = 0; member < said.size(); member++) {
                double value = said.get(member).values()[i];
                sum += weights.get(member) * (onLogits ? logit(value) : value);
            }
            together[i] = (float) (onLogits ? 1 / (1 + Math.exp(-sum)) : sum);
        }
        return new Tensor(together, said.get(0).shape());
    }

    private static double logit(double probability) {
        double inside = Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, probability));
        return Math.log(inside / (1 - inside));
    }
}
