package org.tandem.codec;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated Image Frame Compression (PS3.5 A.4.13): each frame deflated by itself, without a zlib header (RFC 1951). */
final class DeflatedFrameDecoder implements NativeFrameDecoder {

    @Override
    public byte[] decode(byte[] frame, PixelFormat format) {
        byte[] out = new byte[format.frameBytes()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(frame);
            int done = 0;
            while (done < out.length) {
                int count = inflater.inflate(out, done, out.length - done);
                if (count == 0) {
                    throw Decoders.refused("Deflated frame", done + " bytes", out.length + " bytes");
                }
                done += count;
            }
            return out;
        } catch (DataFormatException e) {
            throw Decoders.refused("Deflated frame", "broken data (" + e.getMessage() + ")", "RFC 1951");
        } finally {
            inflater.end();
        }
    }
}
