package org.tandem.result.capture;

import java.awt.Color;
import java.util.Optional;
import org.tandem.picture.ColourScale;
import org.tandem.picture.HeatMap;
import org.tandem.picture.Plane;
import org.tandem.picture.Region;
import org.tandem.picture.Sides;
import org.tandem.picture.View;
import org.tandem.picture.VolumeSlices;
import org.tandem.series.PictureGeometry;
import org.tandem.series.SeriesVolume;
import org.tandem.series.SourceSeries;
import org.tandem.volume.Mask;
import org.tandem.volume.Volume;

/** The slices of a source as they were acquired, as a display shows them. */
record SourceSlices(SourceSeries source, VolumeSlices slices) {

    /** Values that are not the source's own are bright where they are great, and its window is not theirs. */
    static SourceSlices of(SeriesVolume series) {
        VolumeSlices slices = series.measured()
                ? VolumeSlices.of(series.volume(), series.source().header())
                : VolumeSlices.of(series.volume(), series.colour());
        return new SourceSlices(series.source(), slices);
    }

    int count() {
        return slices.volume().grid().size().z();
    }

    Plane plane(int z) {
        return Plane.acquired(z, slices.volume().grid());
    }

    /** Of a picture without a place in the patient, only what it says itself of its sides and of the size of pixels. */
    View view(int z) {
        View view = slices.view(plane(z));
        if (source.geometry() instanceof PictureGeometry picture) {
            boolean inMm = picture.calibrated() && !picture.pixelSpacing().isEmpty();
            View.PixelSize size =
                    new View.PixelSize(view.size().width(), view.size().height(), inMm);
            Optional<Sides> sides = Sides.said(source.header());
            return new View(view.pixels(), size, sides);
        }
        return view;
    }

    Region region(Mask mask, int z, Color colour) {
        return VolumeSlices.region(mask, plane(z), colour);
    }

    HeatMap heatMap(Volume values, int z, ColourScale scale) {
        return VolumeSlices.heatMap(values, plane(z), scale);
    }
}
