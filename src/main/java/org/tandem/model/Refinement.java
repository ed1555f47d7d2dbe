package org.tandem.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is done beyond running a network once.
 *
 * @param flips axes of the tensor along which the network is also shown the mirror image, in every combination; the
 *     answers are averaged, and how they differ tells how sure they are
 * @param uncertainty whether maps of the entropy of segmentations are made
 */
public record Refinement(
        Set<Axis> flips,
        boolean uncertainty,
        Optional<Occlusion> occlusion,
        Optional<Activation> activation,
        Optional<Domain> domain) {

    public static final Refinement NONE =
            new Refinement(Set.of(), false, Optional.empty(), Optional.empty(), Optional.empty());

    public Refinement {
        flips = flips.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(flips));
    }

    /** An axis of the tensor: depth, height, width. */
    public enum Axis {
        D,
        H,
        W
    }

    /**
     * Saliency by covering parts of the image: how much less probable a present class becomes
     * (doi:10.1007/978-3-319-10590-1_53).
     *
     * @param edge of the square or cube that is covered, in voxels of the network's grid
     * @param step between two places of it
     */
    public record Occlusion(int edge, int step) {}

    /**
     * Saliency by gradient-weighted class activation (doi:10.1109/ICCV.2017.74).
     *
     * @param features name of an output that is spread out: the last features, of a coarser grid
     * @param gradients name of an output [N, classes, features]: of the logit of each class by each feature, the mean
     *     over the places
     */
    public record Activation(String features, String gradients) {}

    /**
     * What inputs look like in the domain that the model was made for, after preparation.
     *
     * @param mean where the mean of all values lies
     * @param deviation where their standard deviation lies
     * @param refuse whether others are refused; otherwise they are run, with a warning
     */
    public record Domain(Range mean, Range deviation, boolean refuse) {}

    public record Range(double low, double high) {

        public boolean holds(double value) {
            return value >= low && value <= high;
        }
    }
}
