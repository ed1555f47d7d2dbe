package org.tandem.model;

import java.util.Collections;
import java.util.List;

/** Reads the part {@code ensemble} of a manifest. */
final class EnsembleReader {

    private EnsembleReader() {}

    static Ensemble read(YamlMap yaml) {
        List<String> members = yaml.strings("members");
        if (members.size() < 2 || members.stream().distinct().count() < members.size()) {
            throw yaml.wrong("members", members, "two networks or more, each once");
        }
        members.stream().filter(member -> !isMember(member)).findFirst().ifPresent(member -> {
            throw yaml.wrong(
                    "members", member, "folders whose names begin with saved_model, or other models as name/version");
        });
        return new Ensemble(members, combining(yaml, members.size()));
    }

    private static boolean isMember(String member) {
        return member.matches("saved_model[a-z0-9_-]*") || member.matches("[a-z0-9-]+/[0-9]+\\.[0-9]+\\.[0-9]+");
    }

    private static Ensemble.Combining combining(YamlMap yaml, int members) {
        String how = yaml.string("combine", "mean");
        List<Double> weights = yaml.decimals("weights");
        if (!weights.isEmpty()
                && (weights.size() != members || !weights.stream().allMatch(Double::isFinite))) {
            throw yaml.wrong("weights", weights, members + " numbers, one for each member");
        }
        double from = YamlNumbers.within(yaml, "vote_from", 0.5);
        double bias = yaml.decimal("bias", 0);
        return switch (how) {
            case "mean" -> new Ensemble.Combining.Mean(shares(yaml, weights, members));
            case "vote" -> new Ensemble.Combining.Vote(shares(yaml, weights, members), from);
            case "stack" -> new Ensemble.Combining.Stack(required(yaml, weights), bias);
            default -> throw yaml.wrong("combine", how, "mean, vote or stack");
        };
    }

    private static List<Double> required(YamlMap yaml, List<Double> weights) {
        if (weights.isEmpty()) {
            throw yaml.wrong("weights", "nothing", "the weights of the logistic regression");
        }
        return weights;
    }

    /** So that they add up to 1. */
    private static List<Double> shares(YamlMap yaml, List<Double> weights, int members) {
        if (weights.isEmpty()) {
            return Collections.nCopies(members, 1.0 / members);
        }
        double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0) || weights.stream().anyMatch(weight -> weight < 0)) {
            throw yaml.wrong("weights", weights, "none below 0, and not all 0");
        }
        return weights.stream().map(weight -> weight / sum).toList();
    }
}
