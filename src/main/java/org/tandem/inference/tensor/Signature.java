package org.tandem.inference.tensor;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What a network takes and gives, by the names of its tensors, in their alphabetical order. */
public record Signature(Map<String, TensorForm> inputs, Map<String, TensorForm> outputs) {

    public Signature {
        inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }
}
