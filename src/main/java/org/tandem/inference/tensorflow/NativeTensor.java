package org.tandem.inference.tensorflow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.tandem.dicom.TandemException;
import org.tandem.inference.tensor.Tensor;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;

/** Copies of numbers to and from TensorFlow's memory, one copy each way. */
final class NativeTensor {

    /** Numbers that are copied at once: of the widest type 1 GiB, for a buffer holds less than 2. */
    private static final int PART = 1 << 27;

    private NativeTensor() {}

    /** A tensor in TensorFlow's memory, which belongs to the innermost pointer scope of the thread. */
    static TF_Tensor of(Tensor tensor, NumberType type) {
        float[] values = tensor.values();
        long[] shape = tensor.shape().stream().mapToLong(Integer::longValue).toArray();
        TF_Tensor copy = TF_Tensor.allocateTensor(type.code(), shape, (long) values.length * type.bytes());
        for (int from = 0; from < values.length; from += PART) {
            type.write(values, from, part(copy, type, from, values.length));
        }
        return copy;
    }

    /** What a tensor holds. */
    static Tensor floats(TF_Tensor tensor, NumberType type) {
        List<Integer> shape = new ArrayList<>();
        long count = 1;
        for (int axis = 0; axis < tensorflow.TF_NumDims(tensor); axis++) {
            long extent = tensorflow.TF_Dim(tensor, axis);
            count *= extent;
            shape.add(Math.toIntExact(extent));
        }
        if (count > Integer.MAX_VALUE - 8) { // the most that arrays hold
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Tensor of shape " + shape + ": got " + count + " numbers, expected "
                            + "fewer than 2^31: let the network see windows");
        }
        float[] values = new float[(int) count];
        for (int from = 0; from < values.length; from += PART) {
            type.read(part(tensor, type, from, values.length), values, from);
        }
        return new Tensor(values, shape);
    }

    private static ByteBuffer part(TF_Tensor tensor, NumberType type, int from, int count) {
        long end = Math.min(count, (long) from + PART);
        Pointer data = tensorflow.TF_TensorData(tensor);
        return data.position((long) from * type.bytes())
                .limit(end * type.bytes())
                .asByteBuffer()
                .order(ByteOrder.nativeOrder());
    }
}
