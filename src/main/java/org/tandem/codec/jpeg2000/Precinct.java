package org.tandem.codec.jpeg2000;

import java.util.List;

/** A precinct: what of each sub-band of a resolution one packet of each layer tells of. Not thread-safe. */
final class Precinct {

    private final List<PrecinctBand> bands;
    private int layers;

    Precinct(List<PrecinctBand> bands) {
        this.bands = List.copyOf(bands);
    }

    /** In the order of the resolution's sub-bands. */
    List<PrecinctBand> bands() {
        return bands;
    }

    /** Layers whose packets were passed. */
    int layers() {
        return layers;
    }

    void passLayer() {
        layers++;
    }
}
