package org.tandem.app;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A head as BraTS has them, in NIfTI-1 of 24 × 24 × 24 voxels of 3 mm: a brain of 25 mm, in it a tumour of 10 mm that
 * takes up contrast, and elsewhere oedema of 8 mm, bright in FLAIR.
 */
final class DrawnHead {

    private static final int EDGE = 24;
    private static final double SPACING_MM = 3;
    private static final double FIRST_MM = -34.5;
    private static final int HEADER_BYTES = 352;
    private static final short FLOAT32 = 16;

    private DrawnHead() {}

    /** A file of one sequence as its name in BraTS 2020 says, or of the labels. */
    static byte[] nifti(String sequence) {
        ByteBuffer file =
                ByteBuffer.allocate(HEADER_BYTES + EDGE * EDGE * EDGE * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0, 348);
        short[] dim = {3, EDGE, EDGE, EDGE, 1, 1, 1, 1};
        for (int i = 0; i < dim.length; i++) {
            file.putShort(40 + 2 * i, dim[i]);
            file.putFloat(76 + 4 * i, i >= 1 && i <= 3 ? (float) SPACING_MM : 1);
        }
        file.putShort(70, FLOAT32);
        file.putShort(72, (short) 32);
        file.putFloat(108, HEADER_BYTES);
        file.put(123, (byte) 2); // mm
        file.putShort(254, (short) 1); // the rows that follow count
        for (int axis = 0; axis < 3; axis++) {
            file.putFloat(280 + 16 * axis + 4 * axis, (float) SPACING_MM);
            file.putFloat(280 + 16 * axis + 12, (float) FIRST_MM);
        }
        file.put(344, new byte[] {'n', '+', '1', 0});
        file.position(HEADER_BYTES);
        for (int voxel = 0; voxel < EDGE * EDGE * EDGE; voxel++) {
            file.putFloat(value(sequence, mm(voxel), mm(voxel / EDGE), mm(voxel / EDGE / EDGE)));
        }
        return file.array();
    }

    private static double mm(int index) {
        return FIRST_MM + SPACING_MM * (index % EDGE);
    }

    private static float value(String sequence, double x, double y, double z) {
        boolean tumour = isInBall(x - 8, y + 6, z - 4, 10);
        boolean oedema = isInBall(x + 10, y - 8, z + 6, 8);
        return switch (sequence) {
            case "seg" -> tumour ? 4 : oedema ? 2 : 0;
            case "t1ce" -> tumour ? 1000 : brain(x, y, z);
            case "flair" -> oedema ? 1000 : brain(x, y, z);
            default -> brain(x, y, z);
        };
    }

    /** Brighter on one side, so that it deviates at all where nothing else is. */
    private static float brain(double x, double y, double z) {
        return isInBall(x, y, z, 25) ? (float) (300 + x / 5) : 0;
    }

    private static boolean isInBall(double x, double y, double z, double radius) {
        return x * x + y * y + z * z <= radius * radius;
    }
}
