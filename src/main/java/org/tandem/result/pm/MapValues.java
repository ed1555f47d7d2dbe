package org.tandem.result.pm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.TandemException;
import org.tandem.result.finding.MapFindings.ExplanationMap;
import org.tandem.volume.Volume;

/**
 * The numbers of a map and the range that they lie in: 0 to 1, or as far as they go beyond it.
 *
 * @param volume on the grid of the source
 */
record MapValues(Volume volume, double least, double most) {

    /** Refuses what is not finite: no display could show it, no reader measure it. */
    static MapValues of(ExplanationMap map) {
        float least = 0;
        float most = 1;
        float[] voxels = map.values().voxels();
        for (int i = 0; i < voxels.length; i++) {
            if (!Float.isFinite(voxels[i])) {
                throw refusal(map, "got " + voxels[i] + " at voxel " + i + ", expected finite numbers");
            }
            least = Math.min(least, voxels[i]);
            most = Math.max(most, voxels[i]);
        }
        if ((long) voxels.length * Float.BYTES > Integer.MAX_VALUE - 8) {
            throw refusal(map, "got " + voxels.length + " voxels of 4 bytes, expected fewer than 2 GiB");
        }
        return new MapValues(map.values(), least, most);
    }

    /** Float Pixel Data (7FE0,0008): IEEE 754, little endian. */
    byte[] bytes() {
        float[] voxels = volume.voxels();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * voxels.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(voxels);
        return bytes.array();
    }

    private static TandemException refusal(ExplanationMap map, String what) {
        return new TandemException(TandemException.Kind.REFUSE, "Map \"" + map.label() + "\": " + what);
    }
}
