package org.tandem.inference.tensorflow;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.tandem.inference.Tensor;

/**
 * A type of numbers that a network may take. What is whole is rounded to the nearest number and cut off at the ends of
 * the type, as quantised networks expect it. Halves are not among them: DJL cannot make them, and networks of mixed
 * precision take floats and make halves of them for themselves.
 */
enum NumberType {
    FLOAT32(DataType.FLOAT32),
    FLOAT64(DataType.FLOAT64),
    UINT8(DataType.UINT8, 0, 255),
    INT8(DataType.INT8, -128, 127),
    INT32(DataType.INT32, Integer.MIN_VALUE, Integer.MAX_VALUE),
    INT64(DataType.INT64, Integer.MIN_VALUE, Integer.MAX_VALUE);

    private final DataType type;
    private final boolean whole;
    private final double lowest;
    private final double highest;

    NumberType(DataType type) {
        this.type = type;
        this.whole = false;
        this.lowest = 0;
        this.highest = 0;
    }

    NumberType(DataType type, double lowest, double highest) {
        this.type = type;
        this.whole = true;
        this.lowest = lowest;
        this.highest = highest;
    }

    /** The type of this name of TensorFlow's, if networks may take it. */
    static Optional<NumberType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The tensor in this type, on the manager's device. */
    NDArray toArray(NDManager manager, Tensor tensor) {
        float[] values = whole ? rounded(tensor.values()) : tensor.values();
        long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        NDArray floats = manager.create(FloatBuffer.wrap(values), new Shape(shape));
        if (this == FLOAT32) {
            return floats;
        }
        try (floats) {
            return floats.toType(type, true);
        }
    }

    private float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = (float) Math.max(lowest, Math.min(highest, Math.rint(values[i])));
        }
        return rounded;
    }
}
