package org.tandem.app;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.tandem.model.YamlMap;
import org.tandem.work.Commitment;

/** Reads which destinations have to commit to what they are sent. */
final class CommitmentReader {

    private CommitmentReader() {}

    /** Refuses a destination that is not configured. */
    static Commitment read(YamlMap yaml, Collection<String> destinations) {
        for (String name : yaml.strings("destinations")) {
            if (!destinations.contains(name)) {
                throw yaml.wrong("destinations", name, "some of " + destinations);
            }
        }
        return new Commitment(
                Set.copyOf(yaml.strings("destinations")),
                seconds(yaml, "same_association_s", Commitment.NONE.overSameAssociation()),
                seconds(yaml, "patience_s", Commitment.NONE.patience()));
    }

    private static Duration seconds(YamlMap yaml, String key, Duration otherwise) {
        int seconds = yaml.integer(key, (int) otherwise.toSeconds());
        if (seconds < 1) {
            throw yaml.wrong(key, seconds, "whole seconds, at least 1");
        }
        return Duration.ofSeconds(seconds);
    }
}
