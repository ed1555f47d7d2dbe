package org.tandem.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tandem.dicom.TandemException;

/**
 * RLE Lossless (PS3.5 Annex G): a header of segment offsets, then one PackBits segment for each byte of a sample, the
 * most significant byte first, sample after sample.
 */
final class RleDecoder implements NativeFrameDecoder {

    private static final int HEADER_BYTES = 64;
    private static final int MAX_SEGMENTS = 15;

    @Override
    public byte[] decode(byte[] frame, PixelFormat format) {
        int bytesPerSample = (format.bits().allocated() + 7) / 8;
        int segments = format.samples() * bytesPerSample;
        ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
        if (frame.length < HEADER_BYTES || in.getInt(0) != segments || segments > MAX_SEGMENTS || segments == 0) {
            String got = frame.length < HEADER_BYTES ? frame.length + " bytes" : in.getInt(0) + " segments";
            throw refused(got, segments + " segments");
        }
        byte[] out = new byte[format.frameBytes()];
        for (int segment = 0; segment < segments; segment++) {
            int sample = segment / bytesPerSample;
            int significance = bytesPerSample - 1 - segment % bytesPerSample;
            int start = in.getInt(4 + 4 * segment);
            int end = segment + 1 < segments ? in.getInt(8 + 4 * segment) : frame.length;
            if (start < HEADER_BYTES || end < start || end > frame.length) {
                throw refused("segment from " + start + " to " + end, "one within " + frame.length + " bytes");
            }
            int step = bytesPerSample * format.samples();
            unpack(frame, start, end, new Target(out, sample * bytesPerSample + significance, step));
        }
        return out;
    }

    @Override
    public boolean interleaves() {
        return true;
    }

    /** Where the bytes of a segment go: every step-th byte from a first one. */
    private record Target(@SuppressWarnings("ArrayRecordComponent") byte[] out, int first, int step) {
        int count() {
            return (out.length - first + step - 1) / step;
        }

        void put(int index, byte value) {
            out[first + index * step] = value;
        }
    }

    private static void unpack(byte[] in, int start, int end, Target target) {
        int count = target.count();
        int done = 0;
        int at = start;
        while (done < count) {
            if (at + 1 >= end) {
                throw refused("a segment of " + done + " bytes", count + " bytes");
            }
            int code = in[at++];
            if (code >= 0) {
                for (int i = 0; i <= code && done < count && at < end; i++) {
                    target.put(done++, in[at++]);
                }
            } else if (code != -128) {
                byte value = in[at++];
                for (int i = 0; i <= -code && done < count; i++) {
                    target.put(done++, value);
                }
            }
        }
    }

    private static TandemException refused(String got, String expected) {
        return Decoders.refused("RLE frame (PS3.5 Annex G)", got, expected);
    }
}
