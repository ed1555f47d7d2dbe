package org.tandem.inference.tensorflow;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A type of numbers that networks take and give, and how it lies in memory. What is whole is rounded to the nearest
 * number and cut off at the ends of the type, as quantised networks expect it; not a number becomes 0 there.
 */
enum NumberType {
    FLOAT32(1, Float.BYTES, ByteBuffer::putFloat, ByteBuffer::getFloat),
    FLOAT64(2, Double.BYTES, ByteBuffer::putDouble, buffer -> (float) buffer.getDouble()),
    INT32(3, Integer.BYTES, (buffer, value) -> buffer.putInt((int) Math.rint(value)), ByteBuffer::getInt),
    UINT8(4, Byte.BYTES, (buffer, value) -> buffer.put((byte) whole(value, 0, 255)), buffer -> buffer.get() & 0xFF),
    INT16(
            5,
            Short.BYTES,
            (buffer, value) -> buffer.putShort((short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE)),
            ByteBuffer::getShort),
    INT8(
            6,
            Byte.BYTES,
            (buffer, value) -> buffer.put((byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE)),
            ByteBuffer::get),
    INT64(9, Long.BYTES, (buffer, value) -> buffer.putLong((long) Math.rint(value)), ByteBuffer::getLong),
    BOOL(10, Byte.BYTES, (buffer, value) -> buffer.put((byte) (value == 0 ? 0 : 1)), ByteBuffer::get),
    BFLOAT16(
            14,
            Short.BYTES,
            (buffer, value) -> buffer.putShort(Halves.brainFloat(value)),
            buffer -> Halves.fromBrainFloat(buffer.getShort())),
    UINT16(
            17,
            Short.BYTES,
            (buffer, value) -> buffer.putShort((short) whole(value, 0, 65_535)),
            buffer -> buffer.getShort() & 0xFFFF),
    FLOAT16(
            19,
            Short.BYTES,
            (buffer, value) -> buffer.putShort(Halves.half(value)),
            buffer -> Halves.fromHalf(buffer.getShort()));

    /** TensorFlow's number of the type: {@code TF_DataType} of its C interface. */
    private final int code;

    private final int bytes;

    @SuppressWarnings("ImmutableEnumChecker") // each is a function without state
    private final Writing writing;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Reading reading;

    @FunctionalInterface
    private interface Writing {
        void write(ByteBuffer buffer, float value);
    }

    @FunctionalInterface
    private interface Reading {
        float read(ByteBuffer buffer);
    }

    NumberType(int code, int bytes, Writing writing, Reading reading) {
        this.code = code;
        this.bytes = bytes;
        this.writing = writing;
        this.reading = reading;
    }

    /** The type of this name of TensorFlow's, if it is one of numbers. */
    static Optional<NumberType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }

    int code() {
        return code;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** So many values from a place on, to where the buffer stands. */
    void write(float[] values, int from, ByteBuffer to) {
        int end = from + to.remaining() / bytes;
        if (this == FLOAT32) {
            to.asFloatBuffer().put(values, from, end - from);
            return;
        }
        for (int i = from; i < end; i++) {
            writing.write(to, values[i]);
        }
    }

    /** All that remains in the buffer, to a place on. */
    void read(ByteBuffer from, float[] values, int to) {
        int end = to + from.remaining() / bytes;
        if (this == FLOAT32) {
            from.asFloatBuffer().get(values, to, end - to);
            return;
        }
        for (int i = to; i < end; i++) {
            values[i] = reading.read(from);
        }
    }

    private static int whole(float value, int lowest, int highest) {
        return (int) Math.max(lowest, Math.min(highest, Math.rint(value)));
    }
}
