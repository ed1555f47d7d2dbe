package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** A component of a tile, divided into resolutions, each into sub-bands (15444-1 B.3 to B.5). */
final class TileComponent {

    private final ImageSize.Component of;
    private final Area tile;
    private final Area area;
    private final CodingStyle style;
    private final Quantization quantization;
    private final int regionShift;
    private final List<Resolution> resolutions = new ArrayList<>();

    TileComponent(ImageSize size, int tile, Header header, int component) {
        this.of = size.components().get(component);
        this.tile = size.tile(tile);
        this.area = this.tile.subsampled(of.dx(), of.dy());
        this.style = header.style(component);
        this.quantization = header.quantization(component);
        this.regionShift = header.regionShift(component);
        for (int r = 0; r <= style.levels(); r++) {
            resolutions.add(new Resolution(area.reduced(style.levels() - r), style, r, bands(r)));
        }
    }

    private List<Band> bands(int resolution) {
        int level = resolution == 0 ? style.levels() : style.levels() - resolution + 1;
        List<Band.Orientation> orientations = resolution == 0
                ? List.of(Band.Orientation.LL)
                : List.of(Band.Orientation.HL, Band.Orientation.LH, Band.Orientation.HH);
        List<Band> bands = new ArrayList<>();
        for (Band.Orientation orientation : orientations) {
            bands.add(band(orientation, level, resolution));
        }
        return bands;
    }

    private Band band(Band.Orientation orientation, int level, int resolution) {
        int index = resolution == 0 ? 0 : 3 * resolution - 3 + orientation.ordinal();
        Area covered = area.band(level, orientation.highX(), orientation.highY());
        int planes = quantization.guardBits() + quantization.exponent(index) - 1 + regionShift;
        double step = style.reversible() ? 1 : quantization.size(index, of.bits() + orientation.gainBits());
        return new Band(covered, orientation, planes, regionShift, (float) step);
    }

    Area area() {
        return area;
    }

    /** Columns of the reference grid from sample to sample. */
    int dx() {
        return of.dx();
    }

    int dy() {
        return of.dy();
    }

    /** The tile on the reference grid. */
    Area tile() {
        return tile;
    }

    CodingStyle style() {
        return style;
    }

    List<Resolution> resolutions() {
        return List.copyOf(resolutions);
    }

    Resolution resolution(int index) {
        return resolutions.get(index);
    }
}
