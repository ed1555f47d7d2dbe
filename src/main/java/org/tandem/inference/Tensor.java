package org.tandem.inference;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers in an array of several axes, the last axis fastest.
 *
 * @param values as many as the product of the shape; not copied
 * @param shape extents of the axes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Tensor(float[] values, List<Integer> shape) {

    public Tensor {
        shape = List.copyOf(shape);
        long product = shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
        if (product != values.length) {
            throw new IllegalArgumentException(
                    "Tensor of shape " + shape + ": got " + values.length + " values, expected " + product);
        }
    }

    public static Tensor of(float[] values, Integer... shape) {
        return new Tensor(values, Arrays.asList(shape));
    }
}
