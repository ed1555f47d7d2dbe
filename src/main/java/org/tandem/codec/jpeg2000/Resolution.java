package org.tandem.codec.jpeg2000;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A resolution of a tile-component, divided into precincts (15444-1 B.6). Not thread-safe. */
final class Resolution {

    private final Area area;
    private final CodingStyle style;
    private final int level;
    private final List<Band> bands;
    private Precinct[] precincts = {};

    Resolution(Area area, CodingStyle style, int level, List<Band> bands) {
        this.area = area;
        this.style = style;
        this.level = level;
        this.bands = List.copyOf(bands);
    }

    Area area() {
        return area;
    }

    List<Band> bands() {
        return bands;
    }

    private int across() {
        int width = style.precinctWidth(level);
        return area.isEmpty() ? 0 : (int) (((long) area.x1() + (1L << width) - 1 >> width) - (area.x0() >> width));
    }

    private int down() {
        int height = style.precinctHeight(level);
        return area.isEmpty() ? 0 : (int) (((long) area.y1() + (1L << height) - 1 >> height) - (area.y0() >> height));
    }

    long precinctCount() {
        return (long) across() * down();
    }

    /** Left border of a precinct, on the grid of this resolution; may lie before the area's. */
    long left(int precinct) {
        return (long) ((area.x0() >> style.precinctWidth(level)) + precinct % across()) << style.precinctWidth(level);
    }

    long top(int precinct) {
        return (long) ((area.y0() >> style.precinctHeight(level)) + precinct / across()) << style.precinctHeight(level);
    }

    /** Makes room for precincts; to be called once their number is held to the bytes that are there. */
    void allocate() {
        precincts = new Precinct[(int) precinctCount()];
    }

    /** A precinct, divided into code-blocks when it is first asked for. */
    Precinct precinct(int index) {
        if (precincts[index] == null) {
            precincts[index] = divided(index);
        }
        return precincts[index];
    }

    /** The precincts that packets told of. */
    List<Precinct> read() {
        List<Precinct> read = new ArrayList<>();
        for (Precinct precinct : precincts) {
            Optional.ofNullable(precinct).ifPresent(read::add);
        }
        return read;
    }

    private Precinct divided(int index) {
        int halved = level == 0 ? 0 : 1;
        int width = style.precinctWidth(level) - halved;
        int height = style.precinctHeight(level) - halved;
        int x = (int) (left(index) >> halved);
        int y = (int) (top(index) >> halved);
        Area cell = new Area(x, y, end(x, width), end(y, height));
        int blockWidth = Math.min(style.blockWidth(), width);
        int blockHeight = Math.min(style.blockHeight(), height);
        return new Precinct(bands.stream()
                .map(band -> new PrecinctBand(band.area().intersection(cell), blockWidth, blockHeight))
                .toList());
    }

    private static int end(int start, int exponent) {
        return (int) Math.min((long) start + (1L << exponent), Integer.MAX_VALUE);
    }
}
