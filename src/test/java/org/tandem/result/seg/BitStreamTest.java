package org.tandem.result.seg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.TandemException;
import org.tandem.result.Phantom;

class BitStreamTest {

    @Test
    void theFirstPixelStandsInTheLeastSignificantBit() {
        assertThat(pack("1000 0000")).isEqualTo("0100"); // 8 pixels, then the pad byte
        assertThat(pack("0000 0001")).isEqualTo("8000");
        assertThat(pack("1100 1010 1")).isEqualTo("5301"); // 11001010 read backwards is 01010011 = 53H
    }

    /** Frames of 25 pixels each begin at bits 0, 25, 50, 75, 100; worked by hand from the digest's example. */
    @Test
    void framesFollowOneAnotherWithoutPadding() {
        String frames = String.join("", Phantom.LUNG_PIXELS) + Phantom.NODULE_PIXELS[0] + Phantom.NODULE_PIXELS[1];
        assertThat(pack(frames)).isEqualTo("ffefff7f8cf103e71c00800000882300");
    }

    @Test
    void anyRangesOfBitsComeOutOneAfterAnother() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            BitSet source = new BitSet();
            for (int i = 0; i < 700; i++) {
                source.set(i, random.nextBoolean());
            }
            int first = random.nextInt(300);
            int second = random.nextInt(300);
            int count = random.nextInt(400) + 1;
            BitStream stream = new BitStream(2L * count);
            stream.append(source.toLongArray(), first, count);
            stream.append(source.toLongArray(), second, count);
            BitSet packed = BitSet.valueOf(stream.bytes());
            assertThat(packed.get(0, count)).isEqualTo(source.get(first, first + count));
            assertThat(packed.get(count, 2 * count)).isEqualTo(source.get(second, second + count));
            assertThat(packed.length()).isLessThanOrEqualTo(2 * count);
        }
    }

    @Test
    void moreThanAnElementHoldsIsRefused() {
        assertThatThrownBy(() -> new BitStream(1L << 35))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("2 GiB");
    }

    private static String pack(String pixels) {
        String digits = pixels.replace(" ", "");
        BitSet bits = new BitSet();
        for (int i = 0; i < digits.length(); i++) {
            bits.set(i, digits.charAt(i) == '1');
        }
        BitStream stream = new BitStream(digits.length());
        stream.append(bits.toLongArray(), 0, digits.length());
        return HexFormat.of().formatHex(stream.bytes());
    }
}
