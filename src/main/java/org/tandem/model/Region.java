package org.tandem.model;

import java.util.List;
import java.util.Optional;

/**
 * The part of a series that a model looks at: about what another model found there.
 *
 * @param model {@code name} (its newest version) or {@code name/version}
 * @param labels of the segments or detections that are meant; empty: all of them
 * @param marginMm is added on each side of the box around them
 * @param outside the value that voxels of the box have that no segment holds; empty: their own
 */
public record Region(String model, List<String> labels, double marginMm, Optional<Double> outside) {

    public Region {
        labels = List.copyOf(labels);
    }
}
