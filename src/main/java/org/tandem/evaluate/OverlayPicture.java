package org.tandem.evaluate;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tandem.picture.Legend;
import org.tandem.picture.Montage;
import org.tandem.picture.Panel;
import org.tandem.picture.Plane;
import org.tandem.picture.VolumeSlices;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;
import org.tandem.volume.Volume;

/** Three orthogonal slices of a volume through the middle of a mask, with the mask over them. */
public final class OverlayPicture {

    private static final int PANEL_PIXELS = 360;
    private static final Color COLOUR = new Color(0xFF, 0x4D, 0x2E);

    private OverlayPicture() {}

    /** Draws the picture as PNG; the mask must be on the grid of the volume. */
    public static void write(Volume volume, Mask mask, Path png) throws IOException {
        VolumeSlices slices = VolumeSlices.of(volume, List.of());
        int[] middle = middle(mask);
        List<Panel> panels = IntStream.of(2, 1, 0)
                .mapToObj(axis -> panel(slices, mask, Plane.across(axis, middle[axis], volume.grid())))
                .toList();
        new Montage(panels, Legend.NONE, List.of(), PANEL_PIXELS).write(png);
    }

    private static Panel panel(VolumeSlices slices, Mask mask, Plane plane) {
        String caption = "xyz".charAt(plane.cut().axis()) + " = " + plane.cut().index();
        return new Panel(slices.view(plane), List.of(VolumeSlices.region(mask, plane, COLOUR)), caption);
    }

    /** The voxel in the middle of the mask, or of the volume if the mask is empty: x, y, z. */
    private static int[] middle(Mask mask) {
        Size size = mask.grid().size();
        BitSet voxels = mask.voxels();
        if (voxels.isEmpty()) {
            return new int[] {size.x() / 2, size.y() / 2, size.z() / 2};
        }
        long[] sums = new long[3];
        for (int i = voxels.nextSetBit(0); i >= 0; i = voxels.nextSetBit(i + 1)) {
            sums[0] += i % size.x();
            sums[1] += i / size.x() % size.y();
            sums[2] += i / (size.x() * size.y());
        }
        return Arrays.stream(sums)
                .mapToInt(s -> (int) (s / voxels.cardinality()))
                .toArray();
    }
}
