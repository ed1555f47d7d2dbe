package org.tandem.codec.jpeg;

import java.util.ArrayList;
import java.util.List;
import org.tandem.codec.frame.MarkerReader;

/**
 * What a scan holds (T.81 B.2.3).
 *
 * @param first coefficient in zigzag order (Ss); in lossless JPEG the predictor
 * @param last coefficient (Se)
 * @param highBefore how many bits the scans before have left out (Ah), 0 for a first scan
 * @param low how many this one leaves out (Al); in lossless JPEG the point transform
 */
record ScanHeader(List<Part> parts, int first, int last, int highBefore, int low) {

    ScanHeader {
        parts = List.copyOf(parts);
    }

    /**
     * A component in the scan.
     *
     * @param index its place in the frame header
     * @param dc number of its Huffman table for DC coefficients or differences
     * @param ac number of the table for AC coefficients
     */
    record Part(int index, int dc, int ac) {}

    /** Reads the parameters of a marker SOS, already opened. */
    static ScanHeader read(MarkerReader in, FrameHeader frame) {
        int count = in.u8();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int index = frame.indexOf(in.u8(), in);
            int tables = in.u8();
            if (!parts.isEmpty() && parts.get(parts.size() - 1).index >= index) {
                throw in.refused("scan", "component number " + (index + 1), "those of the frame in their order");
            }
            parts.add(new Part(index, tables >> 4, tables & 0xF));
        }
        int first = in.u8();
        int last = in.u8();
        int approximation = in.u8();
        ScanHeader header = frame.process() < FrameHeader.PROGRESSIVE
                ? new ScanHeader(parts, 0, Zigzag.LENGTH - 1, 0, 0)
                : new ScanHeader(parts, first, last, approximation >> 4, approximation & 0xF);
        if (parts.isEmpty() || !header.suits(frame)) {
            throw in.refused("scan header", header.toString(), "what SOF" + frame.process() + " allows");
        }
        return header;
    }

    /** T.81 table B.3. What sequential streams say is not asked: they can only mean whole blocks. */
    private boolean suits(FrameHeader frame) {
        return switch (frame.process()) {
            case FrameHeader.LOSSLESS -> first >= 1 && first <= 7 && low < frame.precision();
            case FrameHeader.PROGRESSIVE ->
                first <= last
                        && last <= 63
                        && (first == 0 ? last == 0 : parts.size() == 1)
                        && low <= 13
                        && (highBefore == 0 || highBefore == low + 1);
            default -> true;
        };
    }
}
