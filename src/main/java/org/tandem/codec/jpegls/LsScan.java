package org.tandem.codec.jpegls;

import java.util.Arrays;
import org.tandem.codec.frame.MarkerReader;

/**
 * What a scan holds (T.87 C.2.3).
 *
 * @param places of its components in the frame, not copied
 * @param near how far a sample may be from what it was before compression; 0 is lossless
 * @param interleave 0 one component alone, 1 line by line, 2 sample by sample
 */
@SuppressWarnings("ArrayRecordComponent")
record LsScan(int[] places, int near, int interleave) {

    static final int BY_SAMPLE = 2;

    /** Reads the parameters of a marker SOS, already opened. */
    static LsScan read(MarkerReader in, LsHeader header) {
        int[] places = new int[in.u8()];
        for (int i = 0; i < places.length; i++) {
            int id = in.u8();
            places[i] = header.ids().indexOf(id);
            boolean again = Arrays.stream(places, 0, i)
                    .anyMatch(place -> place == header.ids().indexOf(id));
            if (places[i] < 0 || again) {
                throw in.refused("scan", "component " + id, "each of " + header.ids() + " once");
            }
            int table = in.u8();
            if (table != 0) {
                throw in.refused("scan", "mapping table " + table, "none: they are not understood here");
            }
        }
        int near = in.u8();
        int interleave = in.u8();
        int transform = in.u8() & 0xF;
        boolean alone = places.length == 1;
        if (places.length == 0 || transform != 0 || interleave > BY_SAMPLE || !alone && interleave == 0) {
            throw in.refused(
                    "scan header",
                    places.length + " components, interleave " + interleave + ", point transform " + transform,
                    "1 component, or several of interleave 1 or 2, without point transform");
        }
        return new LsScan(places, near, alone ? 0 : interleave);
    }
}
