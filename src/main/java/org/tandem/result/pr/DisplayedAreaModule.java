package org.tandem.result.pr;

import java.util.List;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.series.PictureGeometry;
import org.tandem.series.SliceGeometry;
import org.tandem.series.SourceSeries;
import org.tandem.volume.Size;

/**
 * Displayed Area (PS3.3 C.10.4): all of every image, in true proportions. The images of a source have one size, so that
 * one item is for all of them.
 */
record DisplayedAreaModule(SourceSeries source, Size size) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1(Tag.DISPLAYED_AREA_SELECTION_SEQUENCE, item -> {
            item.type1(Tag.DISPLAYED_AREA_TOP_LEFT_HAND_CORNER, 1, 1);
            item.type1(Tag.DISPLAYED_AREA_BOTTOM_RIGHT_HAND_CORNER, size.x(), size.y());
            item.type1(Tag.PRESENTATION_SIZE_MODE, "SCALE TO FIT");
            List<String> spacing = spacing();
            item.type1C(!spacing.isEmpty(), Tag.PRESENTATION_PIXEL_SPACING, spacing.toArray(String[]::new));
            item.type1C(spacing.isEmpty(), Tag.PRESENTATION_PIXEL_ASPECT_RATIO, aspectRatio());
        });
    }

    private List<String> spacing() {
        if (source.geometry() instanceof SliceGeometry slices) {
            return slices.pixelSpacing();
        }
        return source.geometry() instanceof PictureGeometry picture ? picture.pixelSpacing() : List.of();
    }

    /** Square where the source says nothing. */
    private String[] aspectRatio() {
        List<String> said = source.header().strings(Tag.PIXEL_ASPECT_RATIO);
        return said.size() == 2 ? said.toArray(String[]::new) : new String[] {"1", "1"};
    }
}
