package org.tandem.inference.window;

import org.tandem.model.Technique;
import org.tandem.volume.Size;

/** How much each voxel of a window counts when windows are blended. */
final class WindowWeights {

    /** Sigma of the Gaussian as a share of the window (Isensee et al., doi:10.1038/s41592-020-01008-z). */
    private static final double SIGMA_SHARE = 0.125;

    /** No voxel counts nothing: at the border of the volume only one window may see it. */
    private static final double LEAST = 1e-3;

    private WindowWeights() {}

    static float[] of(Size window, Technique.Blend blend) {
        float[] weights = new float[window.voxels()];
        for (int z = 0; z < window.z(); z++) {
            for (int y = 0; y < window.y(); y++) {
                for (int x = 0; x < window.x(); x++) {
                    double weight = blend == Technique.Blend.CONSTANT
                            ? 1
                            : bell(x, window.x()) * bell(y, window.y()) * bell(z, window.z());
                    weights[window.offset(x, y, z)] = (float) Math.max(LEAST, weight);
                }
            }
        }
        return weights;
    }

    private static double bell(int index, int extent) {
        double distance = (index - (extent - 1) / 2.0) / (SIGMA_SHARE * extent);
        return Math.exp(-distance * distance / 2);
    }
}
