package org.tandem.codec.jpegls;

import java.util.ArrayList;
import java.util.List;
import org.tandem.codec.frame.MarkerReader;

/**
 * What a frame is (T.87 C.2.2).
 *
 * @param precision bits of a sample, 2 to 16
 * @param ids of the components
 */
record LsHeader(int precision, int rows, int columns, List<Integer> ids) {

    private static final int MAX_COMPONENTS = 4;

    LsHeader {
        ids = List.copyOf(ids);
    }

    /** Reads the parameters of a marker SOF55, already opened. */
    static LsHeader read(MarkerReader in) {
        int precision = in.u8();
        int rows = in.u16();
        int columns = in.u16();
        int count = in.u8();
        if (precision < 2 || precision > 16 || count < 1 || count > MAX_COMPONENTS) {
            throw in.refused(
                    "frame header", precision + " bits, " + count + " components", "2 to 16 bits, 1 to 4 components");
        }
        List<Integer> ids = new ArrayList<>();
        int factors = 0;
        for (int i = 0; i < count; i++) {
            ids.add(in.u8());
            int own = in.u8();
            if (i > 0 && own != factors) {
                throw in.refused("component " + ids.get(i), "fewer samples than pixels", "as many");
            }
            factors = own;
            in.u8();
        }
        return new LsHeader(precision, rows, columns, ids);
    }
}
