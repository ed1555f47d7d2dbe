package org.tandem.inference.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.model.Input;
import org.tandem.volume.Grid;
import org.tandem.volume.Resampling;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;
import org.tandem.volume.Volume;

/**
 * Cuts pictures about places out of the slices of a CT.
 *
 * @param fieldOfViewMm edge of the square; where there is none, the patch has the slice's own pixels, nothing is
 *     interpolated, and the middle is the pixel at half the width and half the height
 */
public record Patches(Input input, Optional<Double> fieldOfViewMm) {

    /** Beyond the image there is air. */
    private static final float OUTSIDE_HU = -1000;

    /** One slice for each place, as the network wants them; the grid says how large they are and no more. */
    public Prepared of(List<Vector3> places, Volume volume) {
        Size size = new Size(pixels().width(), pixels().height(), places.size());
        List<float[]> channels = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Volume patch = Resampling.linear(volume, grid(places.get(i), volume.grid()), OUTSIDE_HU);
            List<float[]> values = new Preparation(input).values(List.of(patch.voxels()));
            while (channels.size() < values.size()) {
                channels.add(new float[size.voxels()]);
            }
            for (int c = 0; c < values.size(); c++) {
                System.arraycopy(values.get(c), 0, channels.get(c), size.offset(0, 0, i), values.get(c).length);
            }
        }
        Grid first = grid(places.get(0), volume.grid());
        return new Prepared(new Grid(size, first.axes(), first.spacingMm(), first.origin()), channels);
    }

    /** Whether a picture may be such a patch: an image of a whole chest is larger by far. */
    public boolean isOne(Size picture) {
        return picture.x() <= 2 * pixels().width() && picture.y() <= 2 * pixels().height();
    }

    public Input.Sampling.ToPixels pixels() {
        return (Input.Sampling.ToPixels) input.framing().sampling();
    }

    /** In the plane of the source's slices; the slice is that in which the place lies. */
    private Grid grid(Vector3 place, Grid source) {
        Size size = new Size(pixels().width(), pixels().height(), 1);
        Vector3 index = source.toIndex(place);
        if (fieldOfViewMm.isEmpty()) {
            int left = size.x() / 2;
            int above = size.y() / 2;
            Vector3 corner =
                    new Vector3(Math.rint(index.x()) - left, Math.rint(index.y()) - above, Math.rint(index.z()));
            return new Grid(size, source.axes(), source.spacingMm(), source.toPatient(corner));
        }
        double x = fieldOfViewMm.get() / size.x();
        double y = fieldOfViewMm.get() / size.y();
        Vector3 inSlice = source.toPatient(new Vector3(index.x(), index.y(), Math.rint(index.z())));
        Vector3 corner = inSlice.minus(source.axes().x().times(x * (size.x() - 1) / 2))
                .minus(source.axes().y().times(y * (size.y() - 1) / 2));
        return new Grid(
                size, source.axes(), new Vector3(x, y, source.spacingMm().z()), corner);
    }
}
