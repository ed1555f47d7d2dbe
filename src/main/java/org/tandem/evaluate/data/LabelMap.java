package org.tandem.evaluate.data;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.tandem.dicom.TandemException;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** Masks of a volume whose values are numbers of labels, 0 for none. */
final class LabelMap {

    /** More than any set has; a volume with more is no label map but an image. */
    private static final int MAX_LABELS = 1024;

    /** How far corners may lie apart, as a share of a voxel: what rounding of headers to single precision makes. */
    private static final double PLACE_TOLERANCE = 0.01;

    private LabelMap() {}

    /** Each label's mask by its number. */
    static Map<String, Mask> masks(Volume volume, String name) {
        Map<Integer, BitSet> sets = new TreeMap<>();
        float[] voxels = volume.voxels();
        for (int i = 0; i < voxels.length; i++) {
            if (voxels[i] != 0) {
                int label = Math.round(voxels[i]);
                if (label != voxels[i] || sets.size() > MAX_LABELS) {
                    throw new TandemException(
                            TandemException.Kind.REFUSE,
                            "Label map " + name + ": got a value of " + voxels[i] + " among " + sets.size()
                                    + " labels, expected whole numbers, at most " + MAX_LABELS + " different ones");
                }
                sets.computeIfAbsent(label, number -> new BitSet()).set(i);
            }
        }
        Map<String, Mask> masks = new TreeMap<>();
        sets.forEach((label, set) -> masks.put(Integer.toString(label), new Mask(volume.grid(), set)));
        return masks;
    }

    /** Where a value fulfils this. */
    static Mask where(Volume volume, DoublePredicate in) {
        BitSet set = new BitSet();
        float[] voxels = volume.voxels();
        for (int i = 0; i < voxels.length; i++) {
            if (in.test(voxels[i])) {
                set.set(i);
            }
        }
        return new Mask(volume.grid(), set);
    }

    static Mask notZero(Volume volume) {
        return where(volume, value -> value != 0);
    }

    /** Refuses a truth whose voxels are not those of the image. */
    static Volume requireSamePlace(Volume truth, Grid image, String name) {
        Grid grid = truth.grid();
        boolean same = grid.size().equals(image.size());
        for (int corner = 0; same && corner < 8; corner++) {
            Vector3 index = new Vector3(
                    (corner & 1) * (image.size().x() - 1.0),
                    ((corner >> 1) & 1) * (image.size().y() - 1.0),
                    ((corner >> 2) & 1) * (image.size().z() - 1.0));
            same = image.toIndex(grid.toPatient(index)).minus(index).length() < PLACE_TOLERANCE * Math.sqrt(3);
        }
        if (!same) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    "Label map " + name + ": got " + describe(grid) + ", expected the image's " + describe(image));
        }
        return truth;
    }

    private static String describe(Grid grid) {
        return grid.size() + " from " + grid.origin() + ", spacing " + grid.spacingMm();
    }
}
