package org.tandem.inference.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a tensor of a signature looks like.
 *
 * @param type of its numbers as TensorFlow calls it, {@code float32}
 * @param shape extents of its axes, {@link #ANY} where it takes any; empty: any number of axes
 */
public record TensorForm(String type, Optional<List<Integer>> shape) {

    /** An axis whose extent the network leaves open. */
    public static final int ANY = -1;

    public TensorForm {
        shape = shape.map(List::copyOf);
    }

    /** Of known axes. */
    public static TensorForm of(String type, Integer... shape) {
        return new TensorForm(type, Optional.of(List.of(shape)));
    }

    /** As in {@code float32[any, 224, 224, 3]}. */
    @Override
    public String toString() {
        return type + shape.map(TensorForm::inWords).orElse(" of any shape");
    }

    private static String inWords(List<Integer> shape) {
        return shape.stream()
                .map(extent -> extent == ANY ? "any" : extent.toString())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
