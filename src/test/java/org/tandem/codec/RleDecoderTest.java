package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.RLE;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.colour;
import static org.tandem.codec.SmallImage.encapsulated;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.image;
import static org.tandem.codec.SmallImage.rle;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.TandemException;

/** Segments of PS3.5 Annex G, written out by hand. */
final class RleDecoderTest {

    @Test
    void theHighBytesComeFirst() {
        byte[] high = bytes(0xFD, 0x01); // 1 - (-3) = four times 01
        byte[] low = bytes(0x01, 0x0A, 0x0B, 0x80, 0xFF, 0x0C, 0); // two as they are, nothing, twice 0C, padding
        FrameReader reader = encapsulated(RLE, grey(16), bytes(), rle(high, low));

        assertThat(reader.read(0)).containsExactly(0x10A, 0x10B, 0x10C, 0x10C);
    }

    @Test
    void signedValuesOfFourSegments() {
        byte[] same = bytes(0xFD, 0xFF);
        byte[] low = bytes(3, 0xFF, 0xFE, 0xFD, 0x80, 0);

        assertThat(encapsulated(RLE, image(32, 32, 31, true), bytes(), rle(same, same, same, low))
                        .read(0))
                .containsExactly(-1, -2, -3, -128);
    }

    @Test
    void coloursAreSegmentsOfTheirOwnWhateverThePlanarConfiguration() {
        byte[] frame = rle(bytes(3, 1, 2, 3, 4, 0), bytes(0xFD, 9), bytes(1, 5, 6, 1, 7, 8));
        int[] pixels = {1, 9, 5, 2, 9, 6, 3, 9, 7, 4, 9, 8};

        assertThat(encapsulated(RLE, colour(8, 0), bytes(), frame).read(0)).containsExactly(pixels);
        assertThat(encapsulated(RLE, colour(8, 1), bytes(), frame).read(0)).containsExactly(pixels);
    }

    @Test
    void coloursOfTwoBytesAreSixSegments() {
        byte[] high = bytes(0xFD, 1);
        byte[] low = bytes(0xFD, 2);

        assertThat(encapsulated(RLE, colour(16, 0), bytes(), rle(high, low, low, high, high, high))
                        .read(0))
                .startsWith(0x102, 0x201, 0x101)
                .hasSize(12);
    }

    @Test
    void segmentsThatEndTooEarlyOrAreTooFewAreRefused() {
        assertRefused("got a segment of 2 bytes, expected 4 bytes", grey(8), rle(bytes(0xFF, 1)));
        assertRefused("got a segment of 2 bytes, expected 4 bytes", grey(8), rle(bytes(3, 1, 2)));
        assertRefused("got 1 segments, expected 2 segments", grey(16), rle(bytes(0xFD, 1)));
        assertRefused("got 10 bytes", grey(8), new byte[10]);
    }

    @Test
    void segmentsThatStandNowhereAreRefused() {
        byte[] behind = rle(bytes(0xFD, 1));
        behind[4] = 120;
        assertRefused("got segment from 120 to 66", grey(8), behind);
        byte[] inTheHeader = rle(bytes(0xFD, 1), bytes(0xFD, 1));
        inTheHeader[4] = 8;
        assertRefused("got segment from 8 to 66", grey(16), inTheHeader);
    }

    private static void assertRefused(String message, DataSetBuilder image, byte[] frame) {
        assertThatThrownBy(() -> encapsulated(RLE, image, bytes(), frame).read(0))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(message);
    }
}
