package org.tandem.codec.jpeg2000;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** One codestream told in other ways that the standard allows: what openjpeg's encoder cannot be asked for. */
final class RearrangedCodestreamTest {

    private static final Fixture GREY = Fixture.named("order-lrcp");
    private static final int COD_BYTES = 14;

    private final byte[] code = GREY.codestream();
    private final int sot = find(0xFF90000A, 0);
    private final int sod = find(0xFF93FF91, sot);
    private final ByteArrayOutputStream headers = new ByteArrayOutputStream();
    private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();

    @Test
    void packetHeadersMayBePackedIntoTheTilePartHeader() {
        separate();
        byte[] ppt = concat(segment(0xFF61, 1 + headers.size()), new byte[] {0}, headers.toByteArray());

        assertDecodes(concat(Arrays.copyOf(code, sot), tilePart(ppt)));
    }

    @Test
    void packetHeadersMayBePackedIntoTheMainHeader() {
        separate();
        byte[] length = ByteBuffer.allocate(4).putInt(headers.size()).array();
        byte[] ppm = concat(segment(0xFF60, 5 + headers.size()), new byte[] {0}, length, headers.toByteArray());

        assertDecodes(concat(Arrays.copyOf(code, sot), ppm, tilePart(new byte[0])));
    }

    /** The default is made a lie; the component's own segments tell the truth. */
    @Test
    void whatHoldsForAComponentGoesBeforeTheDefault() {
        int cod = find(0xFF52, 0);
        int qcd = find(0xFF5C, 0);
        int qcdLength = ByteBuffer.wrap(code).getShort(qcd + 2);
        byte[] style = Arrays.copyOfRange(code, cod + 9, find(0xFF5C, cod));
        byte[] steps = Arrays.copyOfRange(code, qcd + 4, qcd + 2 + qcdLength);
        byte[] coc = concat(segment(0xFF53, 2 + style.length), new byte[] {0, 1}, style);
        byte[] qcc = concat(segment(0xFF5D, 1 + steps.length), new byte[] {0}, steps);
        byte[] lie = code.clone();
        lie[cod + COD_BYTES - 2] = 0x04;
        lie[cod + COD_BYTES - 1] = 0;
        lie[qcd + 4] ^= (byte) 0xE0;

        assertDecodes(concat(Arrays.copyOf(lie, sot), coc, qcc, Arrays.copyOfRange(lie, sot, lie.length)));
    }

    @Test
    void tilePartsOfOneTileAreJoined() {
        int second = find(0xFF910004, find(0xFF910004, sod) + 1);
        int end = code.length - 2;
        byte[] first = part(0, Arrays.copyOfRange(code, sod + 2, second));
        byte[] rest = part(1, Arrays.copyOfRange(code, second, end));

        assertDecodes(concat(Arrays.copyOf(code, sot), first, rest));
    }

    /** Each packet is SOP, header, EPH, body. */
    private void separate() {
        int at = sod + 2;
        while (at < code.length - 2) {
            int eph = find(0xFF92, at);
            int next = find(0xFF910004, eph);
            int end = next < 0 ? code.length - 2 : next;
            headers.write(code, at + 6, eph + 2 - at - 6);
            bodies.write(code, at, 6);
            bodies.write(code, eph + 2, end - eph - 2);
            at = end;
        }
    }

    private byte[] tilePart(byte[] segments) {
        byte[] sotSegment = Arrays.copyOfRange(code, sot, sot + 12);
        ByteBuffer.wrap(sotSegment).putInt(6, 14 + segments.length + bodies.size());
        return concat(sotSegment, segments, new byte[] {(byte) 0xFF, (byte) 0x93}, bodies.toByteArray());
    }

    private static byte[] part(int index, byte[] packets) {
        ByteBuffer part = ByteBuffer.allocate(14 + packets.length);
        part.putInt(0xFF90000A).putShort((short) 0).putInt(14 + packets.length);
        part.put((byte) index).put((byte) 2).putShort((short) 0xFF93).put(packets);
        return part.array();
    }

    private static byte[] segment(int marker, int length) {
        return ByteBuffer.allocate(4)
                .putShort((short) marker)
                .putShort((short) (2 + length))
                .array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    /** Where a marker of two bytes, or four bytes, next stand; -1 if nowhere. */
    private int find(int bytes, int from) {
        boolean four = bytes >>> 16 != 0;
        ByteBuffer in = ByteBuffer.wrap(code);
        for (int at = from; at + 4 <= code.length; at++) {
            if ((four ? in.getInt(at) : in.getShort(at) & 0xFFFF) == bytes) {
                return at;
            }
        }
        return -1;
    }

    private static void assertDecodes(byte[] frame) {
        assertThat(Fixture.digest(Jpeg2000Decoder.decode(frame, GREY.shape()).samples()))
                .isEqualTo(GREY.digest());
    }
}
