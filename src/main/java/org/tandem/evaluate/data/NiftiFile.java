package org.tandem.evaluate.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/**
 * Reads a NIfTI-1 file (doi:10.1016/j.jneumeth.2016.03.001; nifti1.h of 2008): {@code .nii} or {@code .nii.gz} with the
 * image in the same file, either byte order, three axes, whole numbers or floats, values scaled. Where sform and qform
 * both say where it lies, sform counts. NIfTI's axes point right, front, up; ours left, back, up.
 */
final class NiftiFile {

    private static final int HEADER_BYTES = 348;
    private static final int MAGIC_AT = 344;

    private final Path file;
    private final ByteBuffer header;

    private NiftiFile(Path file, ByteBuffer header) {
        this.file = file;
        this.header = header;
    }

    static boolean isNifti(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".nii") || name.endsWith(".nii.gz");
    }

    /** Refuses what is not of the form above, naming the field. */
    static Volume read(Path file) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw) {
            byte[] bytes = in.readNBytes(HEADER_BYTES);
            if (bytes.length < HEADER_BYTES) {
                throw refused(file, "header", bytes.length + " bytes", HEADER_BYTES + " bytes");
            }
            return new NiftiFile(file, ByteBuffer.wrap(bytes).order(order(bytes, file))).read(in);
        }
    }

    /** The order in which the length of the header, the first field, is what it must be. */
    private static ByteOrder order(byte[] bytes, Path file) {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
            if (ByteBuffer.wrap(bytes).order(order).getInt(0) == HEADER_BYTES) {
                return order;
            }
        }
        throw refused(file, "sizeof_hdr", "neither byte order's", Integer.toString(HEADER_BYTES));
    }

    private Volume read(InputStream in) throws IOException {
        if (header.get(MAGIC_AT) != 'n' || header.get(MAGIC_AT + 1) != '+' || header.get(MAGIC_AT + 2) != '1') {
            throw refused(file, "magic", "another", "\"n+1\": header and image in one file");
        }
        Grid grid = new NiftiGeometry(file, header).grid(size());
        in.skipNBytes(Math.max(0, (long) header.getFloat(108) - HEADER_BYTES));
        int width = bytesPerVoxel();
        int length = Math.multiplyExact(grid.size().voxels(), width);
        byte[] voxels = in.readNBytes(length);
        if (voxels.length < length) {
            throw refused(file, "image", voxels.length + " bytes", length + " bytes");
        }
        return new Volume(grid, values(ByteBuffer.wrap(voxels).order(header.order()), width));
    }

    private Size size() {
        short axes = header.getShort(40);
        for (int axis = 4; axis <= Math.min(axes, (short) 7); axis++) {
            if (header.getShort(40 + 2 * axis) > 1) {
                throw refused(file, "dim", axes + " axes", "three, others of extent 1");
            }
        }
        int x = header.getShort(42);
        int y = axes < 2 ? 1 : header.getShort(44);
        int z = axes < 3 ? 1 : header.getShort(46);
        if (axes < 1 || axes > 7 || x < 1 || y < 1 || z < 1) {
            throw refused(file, "dim", axes + " axes of " + x + ", " + y + ", " + z, "positive extents");
        }
        return new Size(x, y, z);
    }

    private int bytesPerVoxel() {
        return switch (header.getShort(70)) {
            case 2, 256 -> 1;
            case 4, 512 -> 2;
            case 8, 16, 768 -> 4;
            case 64 -> 8;
            default -> throw refused(file, "datatype", Short.toString(header.getShort(70)), "a number of 8 to 64 bits");
        };
    }

    private float[] values(ByteBuffer voxels, int width) {
        float slope = header.getFloat(112);
        float intercept = header.getFloat(116);
        boolean scaled = slope != 0 && Float.isFinite(slope) && Float.isFinite(intercept);
        float[] values = new float[voxels.capacity() / width];
        for (int i = 0; i < values.length; i++) {
            double value = value(voxels, i);
            values[i] = (float) (scaled ? value * slope + intercept : value);
        }
        return values;
    }

    private double value(ByteBuffer voxels, int i) {
        return switch (header.getShort(70)) {
            case 2 -> Byte.toUnsignedInt(voxels.get(i));
            case 256 -> voxels.get(i);
            case 4 -> voxels.getShort(2 * i);
            case 512 -> Short.toUnsignedInt(voxels.getShort(2 * i));
            case 8 -> voxels.getInt(4 * i);
            case 768 -> Integer.toUnsignedLong(voxels.getInt(4 * i));
            case 16 -> voxels.getFloat(4 * i);
            default -> voxels.getDouble(8 * i);
        };
    }

    static TandemException refused(Path file, String field, String got, String expected) {
        return new TandemException(
                TandemException.Kind.REFUSE,
                "NIfTI file " + file + ", " + field + ": got " + got + ", expected " + expected);
    }
}
