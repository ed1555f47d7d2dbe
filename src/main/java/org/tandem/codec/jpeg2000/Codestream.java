package org.tandem.codec.jpeg2000;

import java.util.Collection;
import java.util.List;

/**
 * A codestream, taken apart into its tiles.
 *
 * @param tiles that there is anything of, in the order in which they begin
 */
record Codestream(ImageSize size, List<TilePackets> tiles) {

    Codestream(ImageSize size, Collection<TilePackets> tiles) {
        this(size, List.copyOf(tiles));
    }
}
