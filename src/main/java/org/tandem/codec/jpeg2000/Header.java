package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the marker segments of the main header, or of the tile-part headers of one tile, say of coding. A tile's word
 * goes before the main header's, and within each a component's before the default (15444-1 A.6). Not thread-safe.
 */
final class Header {

    private final Optional<Header> main;
    private final int components;
    private final Map<Integer, CodingStyle> styles = new HashMap<>();
    private final Map<Integer, Quantization> quantizations = new HashMap<>();
    private final Map<Integer, Integer> regionShifts = new HashMap<>();
    private final List<Progression> progressions = new ArrayList<>();
    private Optional<TileStyle> tileStyle = Optional.empty();
    private Optional<Quantization> quantization = Optional.empty();

    private Header(Optional<Header> main, int components) {
        this.main = main;
        this.components = components;
    }

    static Header main(int components) {
        return new Header(Optional.empty(), components);
    }

    Header ofTile() {
        return new Header(Optional.of(this), components);
    }

    /** Takes in a marker segment if it is one that this keeps. */
    void read(int marker, ByteInput in) {
        switch (marker) {
            case Marker.COD -> tileStyle = Optional.of(TileStyle.read(in));
            case Marker.COC -> {
                int component = component(in);
                boolean ownPrecincts = (in.u8("Scoc") & 1) != 0;
                styles.put(component, CodingStyle.read(in, ownPrecincts));
            }
            case Marker.QCD -> quantization = Optional.of(Quantization.read(in));
            case Marker.QCC -> quantizations.put(component(in), Quantization.read(in));
            case Marker.RGN -> readRegion(in);
            case Marker.POC -> Progression.read(in, components, progressions);
            default -> {
                // comments, lengths and what later parts of the standard add do not change what is decoded
            }
        }
    }

    private void readRegion(ByteInput in) {
        int component = component(in);
        int style = in.u8("Srgn");
        if (style != 0) {
            throw Refusals.refused("region of interest", in.position() - 1, style, "0 (maximum shift)");
        }
        regionShifts.put(component, in.u8("SPrgn"));
    }

    private int component(ByteInput in) {
        int offset = in.position();
        int component = components < 257 ? in.u8("component") : in.u16("component");
        if (component >= components) {
            throw Refusals.refused("component", offset, component, "less than " + components);
        }
        return component;
    }

    TileStyle tileStyle() {
        return tileStyle
                .or(() -> main.map(Header::tileStyle))
                .orElseThrow(() -> Refusals.refused("main header", "no COD", "a coding style (COD)"));
    }

    CodingStyle style(int component) {
        return Optional.ofNullable(styles.get(component))
                .or(() -> tileStyle.map(TileStyle::components))
                .or(() -> main.map(header -> header.style(component)))
                .orElseGet(() -> tileStyle().components());
    }

    Quantization quantization(int component) {
        return Optional.ofNullable(quantizations.get(component))
                .or(() -> quantization)
                .or(() -> main.map(header -> header.quantization(component)))
                .orElseThrow(() -> Refusals.refused("main header", "no QCD", "a quantization (QCD)"));
    }

    /** Planes by which the coefficients of the region of interest are lifted above all others; 0 without one. */
    int regionShift(int component) {
        return Optional.ofNullable(regionShifts.get(component))
                .or(() -> main.map(header -> header.regionShift(component)))
                .orElse(0);
    }

    /** The order of packets: that of POC, else one progression through all. */
    List<Progression> progressions() {
        if (!progressions.isEmpty()) {
            return List.copyOf(progressions);
        }
        return main.filter(header -> tileStyle.isEmpty())
                .map(header -> header.progressions)
                .filter(inherited -> !inherited.isEmpty())
                .map(List::copyOf)
                .orElseGet(() -> List.of(Progression.all(
                        tileStyle().order(), components, tileStyle().layers())));
    }
}
