package org.tandem.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.codec.frame.DecodedFrame;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/** Differences written out by hand; categories 0, 1, 2, 16 have the codes 00, 01, 10, 110. */
final class LosslessImageTest {

    private static final FrameShape TWO_BY_TWO = new FrameShape(2, 2, 1);

    private static TestStream grey(int precision, int rows, int columns) {
        return TestStream.begin()
                .segment(Marker.SOF3, precision, 0, rows, 0, columns, 1, 1, 0x11, 0)
                .huffman(0, new int[] {0, 3, 1}, 0, 1, 2, 16);
    }

    private static TestStream scan(TestStream stream, int predictor, int pointTransform) {
        return stream.segment(Marker.SOS, 1, 1, 0, predictor, 0, pointTransform);
    }

    private static int[] decode(byte[] stream) {
        return JpegDecoder.decode(stream, TWO_BY_TWO).samples();
    }

    @ParameterizedTest
    @CsvSource({"1, 131", "2, 130", "3, 129", "4, 132", "5, 131", "6, 131", "7, 130"})
    void theLastPixelIsPredictedFromItsThreeNeighbours(int predictor, int last) {
        // first row 128 + 1 = 129, 129 + 1 = 130; second 129 + 2 = 131; a difference of 0
        byte[] stream =
                scan(grey(8, 2, 2), predictor, 0).bits("01 1  01 1  10 10  00").end();

        assertThat(decode(stream)).containsExactly(129, 130, 131, last);
    }

    @Test
    void differencesWrapAroundAtSixteenBits() {
        // 32768 + 32768 = 0, 0 - 3 = 65533; 0 + 32768, + 0
        byte[] stream = scan(grey(16, 2, 2), 1, 0).bits("110  10 00  110  00").end();

        DecodedFrame frame = JpegDecoder.decode(stream, TWO_BY_TWO);

        assertThat(frame.bits()).isEqualTo(16);
        assertThat(frame.samples()).containsExactly(0, 65533, 32768, 32768);
    }

    @Test
    void thePointTransformIsUndoneLast() {
        // begins at 2^(8 - 2 - 1) = 32
        byte[] stream = scan(grey(8, 2, 2), 1, 2).bits("01 1  01 0  00  00").end();

        assertThat(decode(stream)).containsExactly(33 * 4, 32 * 4, 33 * 4, 33 * 4);
    }

    @Test
    void eachIntervalBeginsAnewAtHalfTheRange() {
        TestStream stream = grey(8, 2, 2).segment(Marker.DRI, 0, 2);
        byte[] bytes = scan(stream, 2, 0)
                .bits("01 1  01 1")
                .bytes(0xFF, 0xD0)
                .bits("01 0  00")
                .end();

        assertThat(decode(bytes)).containsExactly(129, 130, 127, 127);
    }

    @Test
    void anIntervalWithoutItsMarkerIsRefused() {
        TestStream stream = grey(8, 2, 2).segment(Marker.DRI, 0, 2);
        byte[] bytes = scan(stream, 2, 0)
                .bits("01 1  01 1")
                .bytes(0xFF, 0xD1)
                .bits("01 0  00")
                .end();

        assertRefused(bytes, "restart interval 0", "marker 0xFFD1", "RST0 (0xFFD0)");
    }

    @Test
    void componentsInScansOfTheirOwnStandSideBySide() {
        byte[] stream = TestStream.begin()
                .segment(Marker.SOF3, 8, 0, 1, 0, 2, 2, 7, 0x11, 0, 9, 0x11, 0)
                .huffman(0, new int[] {0, 3, 1}, 0, 1, 2, 16)
                .segment(Marker.SOS, 1, 7, 0, 1, 0, 0)
                .bits("01 1  00")
                .segment(Marker.SOS, 1, 9, 0, 1, 0, 0)
                .bits("10 11  01 0")
                .end();

        assertThat(JpegDecoder.decode(stream, new FrameShape(1, 2, 2)).samples())
                .containsExactly(129, 131, 129, 130);
    }

    @Test
    void theEndOfImageMayBeMissingButNoPixel() {
        byte[] whole = scan(grey(8, 2, 2), 1, 0).bits("01 1  01 1  10 10  00").build();
        assertThat(decode(whole)).containsExactly(129, 130, 131, 131);

        byte[] short1 = scan(grey(8, 2, 2), 1, 0).bits("01 1  01 1").build();
        assertRefused(short1, "compressed data", "got their end");
    }

    @Test
    void codesOfNoSymbolAreRefused() {
        assertRefused(scan(grey(8, 2, 2), 1, 0).bits("111 11111").end(), "Huffman code", "11111111");
    }

    private static void assertRefused(byte[] stream, String... parts) {
        assertThatThrownBy(() -> decode(stream))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContainingAll(parts);
    }
}
