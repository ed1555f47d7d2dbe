package org.tandem.codec.jpeg2000;

/**
 * Where a precinct stands in the order of packets.
 *
 * @param index among those of its resolution, row by row
 * @param x of its left upper corner on the reference grid
 */
record PrecinctPlace(TileComponent of, int component, int resolution, int index, long x, long y) {

    Precinct precinct() {
        return of.resolution(resolution).precinct(index);
    }
}
