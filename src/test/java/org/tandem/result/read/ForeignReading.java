package org.tandem.result.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.tandem.volume.Vector3;

/**
 * What highdicom read of a result: etc/judges/foreign_results.py says in which form.
 *
 * @param segments fields of each segment
 * @param affine of voxel indices k, j, i to mm
 * @param shape segments, k, j, i
 */
record ForeignReading(List<String[]> segments, double[] affine, int[] shape, FloatBuffer values) {

    static ForeignReading of(Path folder, int number) throws IOException {
        List<String[]> lines = Files.readAllLines(folder.resolve(number + ".txt")).stream()
                .map(line -> line.split("\t", -1))
                .toList();
        ByteBuffer raw = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(number + ".raw")))
                .order(ByteOrder.LITTLE_ENDIAN);
        return new ForeignReading(
                all(lines, "segment"),
                Arrays.stream(all(lines, "affine").get(0))
                        .skip(1)
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                Arrays.stream(all(lines, "shape").get(0))
                        .skip(1)
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                raw.asFloatBuffer());
    }

    private static List<String[]> all(List<String[]> lines, String kind) {
        return lines.stream().filter(line -> line[0].equals(kind)).toList();
    }

    /** Voxels of one segment. */
    int voxels() {
        return shape[1] * shape[2] * shape[3];
    }

    float value(int segment, int voxel) {
        return values.get(segment * voxels() + voxel);
    }

    /** Where a voxel lies, in mm, LPS. */
    Vector3 patient(int voxel) {
        int i = voxel % shape[3];
        int j = voxel / shape[3] % shape[2];
        int k = voxel / shape[3] / shape[2];
        return new Vector3(row(0, k, j, i), row(1, k, j, i), row(2, k, j, i));
    }

    private double row(int row, int k, int j, int i) {
        return affine[4 * row] * k + affine[4 * row + 1] * j + affine[4 * row + 2] * i + affine[4 * row + 3];
    }
}
