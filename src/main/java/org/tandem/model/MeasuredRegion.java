package org.tandem.model;

import org.jspecify.annotations.Nullable;
import org.tandem.volume.Mask;
import org.tandem.volume.MaskDiameters;
import org.tandem.volume.MaskStatistics;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * A mask with at least one voxel and the values under it. What several measurements need is worked out once. For one
 * thread.
 */
public final class MeasuredRegion {

    private final Mask mask;
    private final Volume volume;
    private @Nullable MaskStatistics statistics;
    private @Nullable MaskDiameters diameters;

    public MeasuredRegion(Mask mask, Volume volume) {
        this.mask = mask;
        this.volume = volume;
    }

    Mask mask() {
        return mask;
    }

    double areaMm2() {
        Vector3 spacing = mask.grid().spacingMm();
        return mask.count() * spacing.x() * spacing.y();
    }

    MaskStatistics statistics() {
        MaskStatistics known = statistics == null ? MaskStatistics.of(mask, volume) : statistics;
        statistics = known;
        return known;
    }

    MaskDiameters diameters() {
        MaskDiameters known = diameters == null ? MaskDiameters.of(mask) : diameters;
        diameters = known;
        return known;
    }
}
