package org.tandem.evaluate;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.tandem.inference.input.Exam;
import org.tandem.picture.Layer;
import org.tandem.picture.Legend;
import org.tandem.picture.Montage;
import org.tandem.picture.Panel;
import org.tandem.picture.Plane;
import org.tandem.picture.View;
import org.tandem.picture.VolumeSlices;
import org.tandem.volume.Grid;
import org.tandem.volume.Mask;
import org.tandem.volume.Size;

/**
 * One slice of a case, where prediction and truth differ most: the truth in blue, what was predicted in orange. Of a
 * volume the slice is one of its own; a single picture has neither sides nor millimetres that are known.
 */
final class CasePicture {

    private static final int PANEL_PIXELS = 360;
    private static final Color TRUTH = new Color(0x56, 0xB4, 0xE9);
    private static final Color PREDICTED = new Color(0xE6, 0x9F, 0x00);

    private CasePicture() {}

    /** What was predicted, and what is true; on the grid of the images. */
    record Outlines(Mask predicted, Mask truth) {}

    /** A PNG file. */
    static byte[] png(Exam images, List<Outlines> outlines) throws IOException {
        Grid grid = images.volume().grid();
        Plane plane = Plane.acquired(slice(grid.size(), outlines), grid);
        List<Layer> layers = outlines.stream()
                .<Layer>flatMap(pair -> Stream.of(
                        VolumeSlices.region(pair.truth(), plane, TRUTH),
                        VolumeSlices.region(pair.predicted(), plane, PREDICTED)))
                .toList();
        View view = VolumeSlices.of(images.volume(), images.colour()).view(plane);
        Panel panel = new Panel(grid.size().z() > 1 ? view : withoutPlace(view), layers, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(new Montage(List.of(panel), Legend.NONE, List.of(), PANEL_PIXELS).drawn(), "png", out)) {
            throw new IOException("No PNG writer in this Java");
        }
        return out.toByteArray();
    }

    private static View withoutPlace(View view) {
        View.PixelSize size =
                new View.PixelSize(view.size().width(), view.size().height(), false);
        return new View(view.pixels(), size, Optional.empty());
    }

    /** The slice on which most voxels are in one mask and not in the other; the middle one where there are none. */
    private static int slice(Size size, List<Outlines> outlines) {
        int[] differing = new int[size.z()];
        for (Outlines pair : outlines) {
            BitSet either = (BitSet) pair.predicted().voxels().clone();
            either.xor(pair.truth().voxels());
            either.stream().forEach(voxel -> differing[voxel / (size.x() * size.y())]++);
        }
        int most = size.z() / 2;
        for (int z = 0; z < differing.length; z++) {
            most = differing[z] > differing[most] ? z : most;
        }
        return most;
    }
}
