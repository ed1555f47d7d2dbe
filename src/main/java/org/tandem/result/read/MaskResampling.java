package org.tandem.result.read;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Masks on another grid: each voxel is what the nearest voxel of the masks is, and in none if it lies beyond them. */
final class MaskResampling {

    private final List<Pair> pairs = new ArrayList<>();
    private final Grid from;
    private final Grid to;

    private record Pair(BitSet from, BitSet to) {}

    private MaskResampling(Grid from, Grid to) {
        this.from = from;
        this.to = to;
    }

    static Map<Integer, Mask> nearest(Map<Integer, Mask> masks, Grid to) {
        return masks.isEmpty()
                ? masks
                : new MaskResampling(masks.values().iterator().next().grid(), to).resampled(masks);
    }

    private Map<Integer, Mask> resampled(Map<Integer, Mask> masks) {
        Map<Integer, Mask> resampled = new TreeMap<>();
        masks.forEach((number, mask) -> {
            BitSet voxels = new BitSet();
            pairs.add(new Pair(mask.voxels(), voxels));
            resampled.put(number, new Mask(to, voxels));
        });
        copyAll();
        return resampled;
    }

    private void copyAll() {
        Size size = to.size();
        Vector3 step = from.toIndex(to.toPatient(new Vector3(1, 0, 0))).minus(from.toIndex(to.origin()));
        for (int z = 0; z < size.z(); z++) {
            for (int y = 0; y < size.y(); y++) {
                Vector3 row = from.toIndex(to.toPatient(new Vector3(0, y, z)));
                for (int x = 0; x < size.x(); x++) {
                    copy(row.plus(step.times(x)), size.offset(x, y, z));
                }
            }
        }
    }

    private void copy(Vector3 index, int offset) {
        Size size = from.size();
        long x = Math.round(index.x());
        long y = Math.round(index.y());
        long z = Math.round(index.z());
        if (x < 0 || y < 0 || z < 0 || x >= size.x() || y >= size.y() || z >= size.z()) {
            return;
        }
        int at = size.offset((int) x, (int) y, (int) z);
        for (Pair pair : pairs) {
            if (pair.from().get(at)) {
                pair.to().set(offset);
            }
        }
    }
}
