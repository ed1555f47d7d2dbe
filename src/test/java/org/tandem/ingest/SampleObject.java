package org.tandem.ingest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;
import org.tandem.net.AssociationInfo;
import org.tandem.net.StoreRequest;

/**
 * A small CT object in Explicit VR Little Endian, as a peer would send it, written byte by byte so that no code under
 * test has made it.
 */
final class SampleObject {

    static final Uid CT = new Uid("1.2.840.10008.5.1.4.1.1.2");
    private static final int MAX_SHORT_VALUE = 0xFFFE;

    private final Uid sopInstance;
    private final Uid series;
    private byte[] pixels = new byte[512];
    private boolean withSeries = true;
    private int depth;

    private SampleObject(Uid sopInstance, Uid series) {
        this.sopInstance = sopInstance;
        this.series = series;
    }

    /** Instance n of series s. */
    static SampleObject of(int s, int n) {
        return new SampleObject(new Uid("1.2.3.4." + s + "." + n), new Uid("1.2.3.4." + s));
    }

    /** The same with so many bytes of pixels, all of this value. */
    SampleObject pixels(int count, int value) {
        SampleObject other = new SampleObject(sopInstance, series);
        other.pixels = new byte[count];
        Arrays.fill(other.pixels, (byte) value);
        return other;
    }

    SampleObject withoutSeries() {
        SampleObject other = new SampleObject(sopInstance, series);
        other.withSeries = false;
        return other;
    }

    /** The same with sequences that nest so deep. */
    SampleObject nested(int sequences) {
        SampleObject other = new SampleObject(sopInstance, series);
        other.depth = sequences;
        return other;
    }

    Uid uid() {
        return sopInstance;
    }

    StoreRequest request() {
        return request(SampleInstances.ASSOCIATION);
    }

    StoreRequest request(AssociationInfo association) {
        return new StoreRequest(CT, sopInstance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, association);
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        text(out, 0x0008, 0x0016, "UI", CT.value());
        text(out, 0x0008, 0x0018, "UI", sopInstance.value());
        text(out, 0x0008, 0x0060, "CS", "CT");
        text(out, 0x0010, 0x0010, "PN", "Nobody^Knows");
        text(out, 0x0020, 0x000D, "UI", "1.2.3.4");
        if (withSeries) {
            text(out, 0x0020, 0x000E, "UI", series.value());
        }
        nest(out, depth);
        head(out, 0x7FE0, 0x0010, "OW");
        out.writeBytes(new byte[2]);
        out.writeBytes(little(4).putInt(pixels.length).array());
        out.writeBytes(pixels);
        return out.toByteArray();
    }

    /** Content Sequence in Content Sequence, of undefined length. */
    private static void nest(ByteArrayOutputStream out, int sequences) {
        if (sequences == 0) {
            return;
        }
        head(out, 0x0040, 0xA730, "SQ");
        out.writeBytes(little(6).putShort((short) 0).putInt(-1).array());
        out.writeBytes(little(8).putInt(0xE000FFFE).putInt(-1).array());
        nest(out, sequences - 1);
        out.writeBytes(little(8).putInt(0xE00DFFFE).putInt(0).array());
        out.writeBytes(little(8).putInt(0xE0DDFFFE).putInt(0).array());
    }

    private static void text(ByteArrayOutputStream out, int group, int element, String vr, String value) {
        String even = value.length() % 2 == 0 ? value : value + ("UI".equals(vr) ? "\0" : " ");
        if (even.length() > MAX_SHORT_VALUE) {
            throw new IllegalArgumentException("too long");
        }
        head(out, group, element, vr);
        out.writeBytes(little(2).putShort((short) even.length()).array());
        out.writeBytes(even.getBytes(StandardCharsets.US_ASCII));
    }

    private static void head(ByteArrayOutputStream out, int group, int element, String vr) {
        out.writeBytes(
                little(4).putShort((short) group).putShort((short) element).array());
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
