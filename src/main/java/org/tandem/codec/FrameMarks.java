package org.tandem.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.Value;
import org.tandem.dicom.ValueStreams;

/** Where frames of the JPEG families begin and end, by their own marks. */
final class FrameMarks {

    /** SOI and the first byte of the next marker: JPEG and JPEG-LS. */
    private static final int JPEG_START = 0xFFD8FF00;

    /** SOC and SIZ: JPEG 2000 and HTJ2K. */
    private static final int JPEG_2000_START = 0xFF4FFF51;

    /** EOI, and the same of JPEG 2000. */
    private static final int END = 0xFFD9;

    /** An end of image may have this many bytes of padding behind it. */
    private static final int TAIL_BYTES = 4;

    private FrameMarks() {}

    /** Fragments that begin as a frame does. */
    static List<Integer> starts(List<Value> fragments) throws IOException {
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < fragments.size(); i++) {
            if (beginsFrame(fragments.get(i))) {
                starts.add(i);
            }
        }
        return starts;
    }

    /**
     * Of these starts the first, and those after a fragment that ends as a frame does: the others begin so by chance.
     */
    static List<Integer> afterEnds(List<Value> fragments, List<Integer> starts) throws IOException {
        List<Integer> sure = new ArrayList<>();
        for (int start : starts) {
            if (start == 0 || endsFrame(fragments.get(start - 1))) {
                sure.add(start);
            }
        }
        return sure;
    }

    private static boolean beginsFrame(Value fragment) throws IOException {
        try (InputStream in = ValueStreams.open(fragment)) {
            byte[] head = in.readNBytes(Integer.BYTES);
            int mark = head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
            return (mark & 0xFFFFFF00) == JPEG_START || mark == JPEG_2000_START;
        }
    }

    private static boolean endsFrame(Value fragment) throws IOException {
        long length = ValueStreams.lengthBytes(fragment);
        try (InputStream in = ValueStreams.open(fragment)) {
            in.skipNBytes(Math.max(0, length - TAIL_BYTES));
            byte[] tail = in.readNBytes(TAIL_BYTES);
            int end = tail.length;
            while (end > 0 && tail[end - 1] == 0) {
                end--;
            }
            return end >= 2 && ((tail[end - 2] & 0xFF) << Byte.SIZE | tail[end - 1] & 0xFF) == END;
        }
    }
}
