package org.tandem.app;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tandem.model.YamlMap;
import org.tandem.work.Commitment;

/** Reads which destinations have to commit to what they are sent, and who may ask us to. */
final class CommitmentReader {

    private CommitmentReader() {}

    /** Refuses a destination that is not configured. */
    static Commitment read(YamlMap yaml, Collection<String> destinations) {
        return new Commitment(
                names(yaml, "destinations", destinations),
                names(yaml, "requestors", destinations),
                seconds(yaml, "same_association_s", Commitment.NONE.overSameAssociation()),
                seconds(yaml, "patience_s", Commitment.NONE.patience()));
    }

    private static Set<String> names(YamlMap yaml, String key, Collection<String> destinations) {
        List<String> names = yaml.strings(key);
        for (String name : names) {
            if (!destinations.contains(name)) {
                throw yaml.wrong(key, name, "some of " + destinations);
            }
        }
        return Set.copyOf(names);
    }

    private static Duration seconds(YamlMap yaml, String key, Duration otherwise) {
        int seconds = yaml.integer(key, (int) otherwise.toSeconds());
        if (seconds < 1) {
            throw yaml.wrong(key, seconds, "whole seconds, at least 1");
        }
        return Duration.ofSeconds(seconds);
    }
}
