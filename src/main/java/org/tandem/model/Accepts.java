package org.tandem.model;

import java.util.List;
import java.util.Optional;

/**
 * Which series a model accepts.
 *
 * @param modalities values of Modality (0008,0060); empty for any
 * @param minSlices fewest slices
 */
public record Accepts(List<String> modalities, int minSlices) {

    public Accepts {
        modalities = List.copyOf(modalities);
    }

    /** Why a series is not accepted; empty if it is. */
    public Optional<String> objection(String modality, int slices) {
        if (!modalities.isEmpty() && !modalities.contains(modality)) {
            return Optional.of("modality: got " + modality + ", expected " + String.join(" or ", modalities));
        }
        return slices < minSlices
                ? Optional.of("slices: got " + slices + ", expected at least " + minSlices)
                : Optional.empty();
    }
}
