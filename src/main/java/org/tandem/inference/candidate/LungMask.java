package org.tandem.inference.candidate;

import java.util.BitSet;
import java.util.List;
import org.tandem.volume.ConnectedComponents;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** Both lungs in a CT, with what lies in them: air that is not around the patient, closed and filled. */
final class LungMask {

    /** Between lung (about −850 HU) and soft tissue (about 40 HU). */
    private static final float AIR_BELOW_HU = -400;

    /** A tenth of a small lung; gas in the bowel rarely has so much in one piece. */
    private static final double LEAST_MM3 = 50_000;

    /** Vessels, and nodules at the wall, are as wide as twice this, at the most. */
    private static final double CLOSING_MM = 12;

    private LungMask() {}

    /** Empty where there is no lung. */
    static Mask of(Volume ct) {
        Size size = ct.grid().size();
        BitSet air = new BitSet(size.voxels());
        for (int i = 0; i < ct.voxels().length; i++) {
            if (ct.voxels()[i] < AIR_BELOW_HU) {
                air.set(i);
            }
        }
        int least = (int) Math.ceil(LEAST_MM3 / ct.grid().voxelVolumeMm3());
        List<Mask> parts = ConnectedComponents.atLeast(new Mask(ct.grid(), air), least);
        BitSet lungs = new BitSet(size.voxels());
        parts.stream().filter(part -> !isAround(part)).forEach(part -> lungs.or(part.voxels()));
        int steps = (int) Math.round(CLOSING_MM / ct.grid().spacingMm().x());
        return filled(Morphology.close(new Mask(ct.grid(), lungs), steps));
    }

    /** With what it encloses: all but the largest part of what it is not. */
    private static Mask filled(Mask mask) {
        BitSet outside = (BitSet) mask.voxels().clone();
        outside.flip(0, mask.grid().size().voxels());
        BitSet filled = (BitSet) ConnectedComponents.largest(new Mask(mask.grid(), outside))
                .voxels()
                .clone();
        filled.flip(0, mask.grid().size().voxels());
        return new Mask(mask.grid(), filled);
    }

    /** Whether it reaches the side of the image; its top and bottom may cut through lungs. */
    private static boolean isAround(Mask part) {
        Size size = part.grid().size();
        return part.voxels().stream().anyMatch(voxel -> {
            int x = voxel % size.x();
            int y = voxel / size.x() % size.y();
            return x == 0 || y == 0 || x == size.x() - 1 || y == size.y() - 1;
        });
    }
}
