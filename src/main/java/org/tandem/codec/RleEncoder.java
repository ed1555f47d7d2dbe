package org.tandem.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * Encoder of RLE Lossless (PS3.5 Annex G): no run crosses the end of a row, every segment is even. What
 * {@link FrameReader} reads of the result is what it read before.
 */
public final class RleEncoder {

    /** RLE Lossless, PS3.5 A.4.2. */
    public static final TransferSyntax SYNTAX = TransferSyntaxes.of(new Uid("1.2.840.10008.1.2.5"));

    private static final int HEADER_BYTES = 64;
    private static final int MAX_SEGMENTS = 15;
    private static final int MAX_COUNT = 128;

    /** Below this, bytes that are alike cost no more as they are. */
    private static final int SHORTEST_RUN = 3;

    private RleEncoder() {}

    /**
     * The image with its frames compressed; the same instance, as no pixel changes. Refuses what is compressed already,
     * pixels of one bit, pixels that share their colours, and those of more than 15 bytes.
     */
    public static DicomFile encode(DicomFile image) {
        DataSet dataSet = image.dataSet();
        FrameReader frames = FrameReader.of(image);
        PixelFormat format = frames.format();
        PhotometricInterpretation photometric = PhotometricInterpretation.of(dataSet);
        if (image.syntax().encapsulated() || frames.photometric() != photometric) {
            throw refused(image.syntax().name() + ", " + photometric.term(), "pixels that are not compressed");
        }
        List<byte[]> encoded = new ArrayList<>();
        for (int frame = 0; frame < format.frames(); frame++) {
            byte[] cells = Samples.bytes(frames.cells(frame), format.bits().allocated());
            encoded.add(encode(cells, format));
        }
        Element pixelData = new Element(Tag.PIXEL_DATA, VR.OB, EncapsulatedFrames.of(encoded));
        return DicomFile.of(dataSet.toBuilder().put(pixelData).build(), SYNTAX);
    }

    /** A frame of whole bytes, little endian, the samples of a pixel side by side. */
    static byte[] encode(byte[] frame, PixelFormat format) {
        int bytesPerSample = format.bits().allocated() / Byte.SIZE;
        int segments = format.samples() * bytesPerSample;
        if (segments == 0 || segments > MAX_SEGMENTS) {
            throw refused(format.samples() + " samples of " + format.bits().allocated() + " bits", "1 to 15 bytes");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(segments);
        ByteArrayOutputStream out = new ByteArrayOutputStream(frame.length / 2 + HEADER_BYTES);
        byte[] row = new byte[format.columns()];
        for (int segment = 0; segment < segments; segment++) {
            header.putInt(HEADER_BYTES + out.size());
            int sample = segment / bytesPerSample;
            int first = sample * bytesPerSample + bytesPerSample - 1 - segment % bytesPerSample;
            for (int from = first; from < frame.length; from += row.length * segments) {
                for (int i = 0; i < row.length; i++) {
                    row[i] = frame[from + i * segments];
                }
                pack(row, out);
            }
            if (out.size() % 2 != 0) {
                out.write(0);
            }
        }
        byte[] encoded = new byte[HEADER_BYTES + out.size()];
        System.arraycopy(header.array(), 0, encoded, 0, HEADER_BYTES);
        System.arraycopy(out.toByteArray(), 0, encoded, HEADER_BYTES, out.size());
        return encoded;
    }

    /** PackBits (PS3.5 G.3.1): runs, and between them bytes as they are. */
    private static void pack(byte[] row, ByteArrayOutputStream out) {
        int unwritten = 0;
        int at = 0;
        while (at < row.length) {
            int run = run(row, at);
            if (run >= SHORTEST_RUN) {
                writeAsTheyAre(row, unwritten, at, out);
                out.write(1 - run);
                out.write(row[at]);
                unwritten = at + run;
            }
            at += run;
        }
        writeAsTheyAre(row, unwritten, row.length, out);
    }

    private static int run(byte[] row, int from) {
        int most = Math.min(row.length, from + MAX_COUNT);
        int to = from + 1;
        while (to < most && row[to] == row[from]) {
            to++;
        }
        return to - from;
    }

    private static void writeAsTheyAre(byte[] row, int from, int to, ByteArrayOutputStream out) {
        for (int at = from; at < to; at += MAX_COUNT) {
            int count = Math.min(MAX_COUNT, to - at);
            out.write(count - 1);
            out.write(row, at, count);
        }
    }

    private static TandemException refused(String got, String expected) {
        return Decoders.refused("Image to compress as RLE", got, expected);
    }
}
