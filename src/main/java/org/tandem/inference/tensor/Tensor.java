package org.tandem.inference.tensor;

import java.util.ArrayList;
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

    /** Extent of the first axis; of a single number, which has no axes, 0. */
    public int rows() {
        return shape.isEmpty() ? 0 : shape.get(0);
    }

    /** Extents of the other axes. */
    public List<Integer> rowShape() {
        return shape.isEmpty() ? shape : shape.subList(1, shape.size());
    }

    /** Some of its rows, copied. */
    public Tensor rows(int from, int count) {
        int step = values.length / Math.max(1, rows());
        List<Integer> part = new ArrayList<>(shape);
        part.set(0, count);
        return new Tensor(Arrays.copyOfRange(values, from * step, (from + count) * step), part);
    }

    /** One after the other along the first axis; refuses tensors whose other axes differ. */
    public static Tensor concatenated(List<Tensor> tensors) {
        List<Integer> shape = new ArrayList<>(tensors.get(0).shape());
        int rows = 0;
        int count = 0;
        for (Tensor tensor : tensors) {
            if (!tensor.shape().subList(1, tensor.shape().size()).equals(shape.subList(1, shape.size()))) {
                throw Layouts.refusal("got shapes " + tensors.get(0).shape() + " and " + tensor.shape()
                        + ", expected the same but for the first axis");
            }
            rows += tensor.shape().get(0);
            count += tensor.values().length;
        }
        shape.set(0, rows);
        float[] all = new float[count];
        int next = 0;
        for (Tensor tensor : tensors) {
            System.arraycopy(tensor.values(), 0, all, next, tensor.values().length);
            next += tensor.values().length;
        }
        return new Tensor(all, shape);
    }

    /** The mirror image along one axis. */
    public Tensor reversed(int axis) {
        int extent = shape.get(axis);
        int inner = 1;
        for (int other : shape.subList(axis + 1, shape.size())) {
            inner *= other;
        }
        float[] reversed = new float[values.length];
        for (int from = 0; from < values.length; from += inner) {
            int place = from / inner % extent;
            System.arraycopy(values, from, reversed, from + (extent - 1 - 2 * place) * inner, inner);
        }
        return new Tensor(reversed, shape);
    }
}
