package org.tandem.dicom;

import java.nio.ByteBuffer;

/** Reads the numbers of binary VRs (PS3.5 6.2). */
final class BinaryValues {

    private BinaryValues() {}

    /** The numbers in the buffer; a remainder shorter than a number is left out, as is any VR that holds no numbers. */
    static double[] numbers(ByteBuffer buffer, VR vr) {
        int width = width(vr);
        if (width == 0) {
            return new double[0];
        }
        double[] numbers = new double[buffer.remaining() / width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(buffer, vr);
        }
        return numbers;
    }

    /** Bytes of one number; 0 where the VR holds none. */
    static int width(VR vr) {
        return switch (vr) {
            case US, SS, OW -> 2;
            case AT, UL, SL, FL, OF, OL -> 4;
            case FD, SV, UV, OD, OV -> 8;
            default -> 0;
        };
    }

    private static double number(ByteBuffer buffer, VR vr) {
        return switch (vr) {
            case US, OW -> Short.toUnsignedInt(buffer.getShort());
            case SS -> buffer.getShort();
            case UL, OL -> Integer.toUnsignedLong(buffer.getInt());
            case SL -> buffer.getInt();
            case FL, OF -> buffer.getFloat();
            case FD, OD -> buffer.getDouble();
            case SV, UV, OV -> buffer.getLong();
            case AT ->
                Integer.toUnsignedLong(
                        Tag.of(Short.toUnsignedInt(buffer.getShort()), Short.toUnsignedInt(buffer.getShort())));
            default -> throw new TandemException(TandemException.Kind.BUG, vr + " holds no numbers");
        };
    }
}
