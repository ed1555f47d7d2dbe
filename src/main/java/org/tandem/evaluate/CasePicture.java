package org.tandem.evaluate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

/**
 * One slice of a case, where prediction and truth differ most. Of a volume the slice is one of its own; a single
 * picture has neither sides nor millimetres that are known.
 */
final class CasePicture {

    private static final int PANEL_PIXELS = 360;

    private CasePicture() {}

    /** A PNG file. */
    static byte[] png(Exam images, List<Compared> compared) throws IOException {
        Grid grid = images.volume().grid();
        Plane plane = Plane.acquired(Compared.worstSlice(grid.size(), compared), grid);
        List<Layer> layers =
                compared.stream().flatMap(one -> one.layers(plane).stream()).toList();
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
}
