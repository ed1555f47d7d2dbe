package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;

/** Decodes the components of one tile: packets, coefficients, wavelets, colours. Not thread-safe. */
final class TileDecoder {

    /** Passes over packets that were read already: more than any sensible POC makes. */
    private static final int MAX_IDLE_STEPS = 1 << 26;

    /** What of a tile may be missing. */
    private static final int MAX_PRECINCTS_PER_BYTE = 16;

    private static final int FEW_PRECINCTS = 4096;

    private final TilePackets tile;
    private final List<TileComponent> components = new ArrayList<>();
    private final byte[] packets;
    private int idleSteps;
    private boolean whole;

    TileDecoder(ImageSize size, TilePackets tile) {
        this.tile = tile;
        this.packets = tile.packets();
        for (int component = 0; component < size.components().size(); component++) {
            components.add(new TileComponent(size, tile.index(), tile.header(), component));
        }
    }

    List<TileComponent> components() {
        return components;
    }

    /** Whether all packets that the tile should have were there. */
    boolean isWhole() {
        return whole;
    }

    /** The components, colours undone, not yet brought to their bits. */
    List<Plane> decode() {
        readPackets();
        List<Plane> planes = new ArrayList<>();
        CoefficientDecoder decoder = new CoefficientDecoder(packets);
        for (TileComponent component : components) {
            planes.add(
                    component.style().reversible()
                            ? Plane.of(samples(component, decoder, new Wavelet53()))
                            : Plane.of(samples(component, decoder, new Wavelet97())));
        }
        if (tile.header().tileStyle().colourTransform()) {
            ColourTransform.undo(planes);
        }
        return planes;
    }

    private void readPackets() {
        List<PrecinctPlace> places = places();
        PacketReader reader = new PacketReader(packets, tile);
        int layers = tile.header().tileStyle().layers();
        whole = true;
        for (Progression progression : tile.header().progressions()) {
            List<PrecinctPlace> walk = places.stream()
                    .filter(progression::includes)
                    .sorted(progression.order().precincts())
                    .toList();
            int last = Math.min(layers, progression.lastLayer());
            int from = 0;
            while (from < walk.size() && whole) {
                int to = from + 1;
                while (to < walk.size() && !progression.order().separates(walk.get(to - 1), walk.get(to))) {
                    to++;
                }
                whole = readLayers(walk.subList(from, to), last, reader);
                from = to;
            }
        }
    }

    /** Reads the packets of all layers; tells whether all were there. */
    private boolean readLayers(List<PrecinctPlace> walk, int layers, PacketReader reader) {
        for (int layer = 0; layer < layers; layer++) {
            for (PrecinctPlace place : walk) {
                if (place.precinct().layers() > layer) {
                    idle();
                } else if (!read(place, reader)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void idle() {
        if (++idleSteps > MAX_IDLE_STEPS) {
            throw Refusals.refused("progression order changes", "over and over the same packets", "each packet once");
        }
    }

    private boolean read(PrecinctPlace place, PacketReader reader) {
        PacketReader.Outcome outcome = reader.read(place.precinct(), place.of().style());
        if (outcome == PacketReader.Outcome.CUT && !tile.isCut()) {
            throw Refusals.refused(
                    "packet at byte " + reader.position() + " of tile " + tile.index(),
                    "one that ends behind its tile-part of " + packets.length + " bytes",
                    "one within");
        }
        return outcome == PacketReader.Outcome.READ;
    }

    /** All precincts; as each has a packet of at least a byte, there are not many more of them than bytes. */
    private List<PrecinctPlace> places() {
        long bytes = tile.isPacked() ? tile.packedHeaders().length : packets.length;
        long count = components.stream()
                .flatMap(component -> component.resolutions().stream())
                .mapToLong(Resolution::precinctCount)
                .sum();
        if (count > MAX_PRECINCTS_PER_BYTE * bytes + FEW_PRECINCTS) {
            throw Refusals.refused(
                    "tile " + tile.index(), count + " precincts in " + bytes + " bytes", "a byte for each");
        }
        List<PrecinctPlace> places = new ArrayList<>();
        for (int component = 0; component < components.size(); component++) {
            for (int resolution = 0;
                    resolution < components.get(component).resolutions().size();
                    resolution++) {
                addPlaces(component, resolution, places);
            }
        }
        return places;
    }

    private void addPlaces(int component, int index, List<PrecinctPlace> places) {
        TileComponent of = components.get(component);
        Resolution resolution = of.resolution(index);
        resolution.allocate();
        int level = of.style().levels() - index;
        for (int precinct = 0; precinct < resolution.precinctCount(); precinct++) {
            long x = Math.max(of.tile().x0(), (resolution.left(precinct) << level) * of.dx());
            long y = Math.max(of.tile().y0(), (resolution.top(precinct) << level) * of.dy());
            places.add(new PrecinctPlace(of, component, index, precinct, x, y));
        }
    }

    private static <A> A samples(TileComponent component, CoefficientDecoder decoder, Wavelet<A> wavelet) {
        A low = band(component, decoder, wavelet, 0, 0);
        for (int r = 1; r < component.resolutions().size(); r++) {
            Area area = component.resolution(r).area();
            A hl = band(component, decoder, wavelet, r, 0);
            A lh = band(component, decoder, wavelet, r, 1);
            A hh = band(component, decoder, wavelet, r, 2);
            low = area.isEmpty() ? wavelet.plane(0) : wavelet.join(area, new Wavelet.Bands<>(low, hl, lh, hh));
        }
        return low;
    }

    private static <A> A band(
            TileComponent component, CoefficientDecoder decoder, Wavelet<A> wavelet, int resolution, int index) {
        Resolution of = component.resolution(resolution);
        Band band = of.bands().get(index);
        A plane = wavelet.plane(band.area().count());
        for (Precinct precinct : of.read()) {
            for (CodeBlock block : precinct.bands().get(index).blocks()) {
                decoder.decode(block, band, component.style(), wavelet, plane);
            }
        }
        return plane;
    }
}
