package org.tandem.codec.jpeg2000;

/** The file format JP2 (15444-1 Annex I), which some devices wrap around the codestream that DICOM asks for. */
final class Jp2File {

    private static final int CODESTREAM_BOX = 0x6A703263;
    private static final int BOX_HEADER = 8;

    private Jp2File() {}

    /** Where in the frame the codestream begins: at its start, or in the first jp2c box. */
    static int codestreamStart(byte[] frame) {
        if (frame.length >= 2 && u16(frame, 0) == Marker.SOC) {
            return 0;
        }
        long at = 0;
        while (at + BOX_HEADER <= frame.length) {
            int box = (int) at;
            long length = u32(frame, box);
            boolean extended = length == 1 && box + 2 * BOX_HEADER <= frame.length;
            if (u32(frame, box + 4) == CODESTREAM_BOX) {
                return box + (extended ? 2 * BOX_HEADER : BOX_HEADER);
            }
            long whole = extended ? u32(frame, box + 8) << 32 | u32(frame, box + 12) : length;
            if (whole < BOX_HEADER || whole > frame.length - at) {
                break;
            }
            at += whole;
        }
        throw Refusals.refused("frame", 0, frame.length + " bytes without a codestream", "SOC (FF4F) or a JP2 file");
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static long u32(byte[] bytes, int at) {
        return (long) u16(bytes, at) << 16 | u16(bytes, at + 2);
    }
}
