package org.tandem.evaluate.data;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names of a data set, and what terminologies call the same; nothing where they call it the same. */
record AlsoCalled(Map<String, String> names) {

    AlsoCalled {
        names = Map.copyOf(names);
    }

    /** These names, and the other ones of those that have one. */
    Set<String> bothNames(Set<String> some) {
        Set<String> both = new HashSet<>(some);
        some.forEach(name -> both.add(names.getOrDefault(name, "")));
        both.remove("");
        return both;
    }
}
