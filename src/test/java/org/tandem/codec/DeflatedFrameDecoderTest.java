package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.DEFLATED_FRAMES;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.encapsulated;
import static org.tandem.codec.SmallImage.frames;
import static org.tandem.codec.SmallImage.grey;

import java.util.Arrays;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;

final class DeflatedFrameDecoderTest {

    /** Without zlib's header, and padded to even length as a fragment is. */
    private static byte[] deflated(byte[] plain) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] compressed = new byte[64];
        int length = deflater.deflate(compressed);
        deflater.end();
        return Arrays.copyOf(compressed, length + length % 2);
    }

    @Test
    void framesAreInflatedEachByItself() {
        FrameReader reader = encapsulated(
                DEFLATED_FRAMES, frames(grey(8), 2), bytes(), deflated(bytes(9, 9, 9, 8)), deflated(bytes(1, 2, 3, 4)));

        assertThat(reader.read(1)).containsExactly(1, 2, 3, 4);
        assertThat(reader.read(0)).containsExactly(9, 9, 9, 8);
    }

    @Test
    void aStoredBlockWrittenByHand() {
        // RFC 1951 3.2.4: last block, stored; length 4 and its complement; the bytes
        byte[] stored = bytes(0x01, 4, 0, 0xFB, 0xFF, 1, 2, 3, 4, 0);

        assertThat(encapsulated(DEFLATED_FRAMES, grey(8), bytes(), stored).read(0))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void framesThatAreBrokenOrTooShortAreRefused() {
        assertThatThrownBy(() -> encapsulated(DEFLATED_FRAMES, grey(8), bytes(), bytes(0xFF, 0xFF, 0xFF, 0xFF))
                        .read(0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Deflated frame: got broken data");
        assertThatThrownBy(() -> encapsulated(DEFLATED_FRAMES, grey(16), bytes(), deflated(bytes(1, 2, 3, 4)))
                        .read(0))
                .hasMessageContaining("Deflated frame: got 4 bytes, expected 8 bytes");
    }
}
