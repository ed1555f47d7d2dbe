package org.tandem.inference.input;

import java.util.BitSet;
import org.tandem.model.Input.Crop;
import org.tandem.volume.ConnectedComponents;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/** The box about the largest part of an image that is brighter than a value, on the image's own voxels. */
record BrightPart(Crop.ToBright crop) {

    /** The voxels in the box and its margin; all where nothing is brighter. */
    Grid of(Volume volume) {
        Mask part = ConnectedComponents.largest(above(volume));
        return part.isEmpty() ? volume.grid() : box(part);
    }

    private Mask above(Volume volume) {
        double limit = limit(volume.voxels());
        BitSet set = new BitSet(volume.voxels().length);
        for (int i = 0; i < volume.voxels().length; i++) {
            set.set(i, volume.voxels()[i] > limit);
        }
        return new Mask(volume.grid(), set);
    }

    private double limit(float[] values) {
        if (!crop.share()) {
            return crop.above();
        }
        Statistics all = Statistics.of(values);
        return all.minimum() + crop.above() * (all.maximum() - all.minimum());
    }

    private Grid box(Mask part) {
        Grid grid = part.grid();
        int[] low = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] high = {-1, -1, -1};
        part.voxels().stream().forEach(voxel -> {
            int row = voxel / grid.size().x();
            int[] index = {
                voxel % grid.size().x(),
                row % grid.size().y(),
                row / grid.size().y()
            };
            for (int axis = 0; axis < 3; axis++) {
                low[axis] = Math.min(low[axis], index[axis]);
                high[axis] = Math.max(high[axis], index[axis]);
            }
        });
        int[] counts = {grid.size().x(), grid.size().y(), grid.size().z()};
        double[] spacing = {
            grid.spacingMm().x(), grid.spacingMm().y(), grid.spacingMm().z()
        };
        for (int axis = 0; axis < 3; axis++) {
            int margin = (int) Math.ceil(crop.marginMm() / spacing[axis] - 1e-6);
            low[axis] = Math.max(0, low[axis] - margin);
            high[axis] = Math.min(counts[axis] - 1, high[axis] + margin);
        }
        Size size = new Size(high[0] - low[0] + 1, high[1] - low[1] + 1, high[2] - low[2] + 1);
        return grid.window(new Vector3(low[0], low[1], low[2]), size);
    }
}
