package org.tandem.model;

import java.util.List;

/**
 * Several networks that are fed alike and asked together.
 *
 * @param members folders beside the manifest, whose names begin with {@code saved_model}, or other models
 *     ({@code name/version}) whose networks have inputs and outputs of the same names
 */
public record Ensemble(List<String> members, Combining combining) {

    public Ensemble {
        members = List.copyOf(members);
    }

    /** How what they say becomes one answer; weights are one for each member. */
    public sealed interface Combining {

        /** The weighted mean of what they say; weights add up to 1. */
        record Mean(List<Double> weights) implements Combining {
            public Mean {
                weights = List.copyOf(weights);
            }
        }

        /**
         * The weighted share of those that say so: of channels that exclude each other each names the most probable
         * one, of others each that reaches a probability.
         */
        record Vote(List<Double> weights, double from) implements Combining {
            public Vote {
                weights = List.copyOf(weights);
            }
        }

        /** Logistic regression on the logits of what they say (stacking, doi:10.1016/S0893-6080(05)80023-1). */
        record Stack(List<Double> weights, double bias) implements Combining {
            public Stack {
                weights = List.copyOf(weights);
            }
        }
    }
}
