package org.tandem.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tandem.codec.frame.FrameShape;
import org.tandem.dicom.TandemException;

/** Blocks of a mean alone, written out by hand; quantized by 8, so that a step is a grey value. */
final class DctImageTest {

    private static TestStream tables() {
        int[] quantization = new int[65];
        Arrays.fill(quantization, 8);
        quantization[0] = 0;
        return TestStream.begin()
                .segment(Marker.DQT, quantization)
                .huffman(0x00, new int[] {0, 3}, 0, 1, 4) // means: 00, 01, 10
                .huffman(0x10, new int[] {0, 2}, 0, 0x11); // others: 00 ends the block, 01 a zero, then 1 or -1
    }

    /** Components of these factors, numbered from 1. */
    private static TestStream frame(int process, int rows, int columns, int... factors) {
        int[] parameters = new int[6 + 3 * factors.length];
        parameters[0] = 8;
        parameters[2] = rows;
        parameters[4] = columns;
        parameters[5] = factors.length;
        for (int i = 0; i < factors.length; i++) {
            parameters[6 + 3 * i] = i + 1;
            parameters[7 + 3 * i] = factors[i];
        }
        return tables().segment(Marker.SOF0 + process, parameters);
    }

    private static int[] decode(byte[] stream, int rows, int columns, int samples) {
        return JpegDecoder.decode(stream, new FrameShape(rows, columns, samples))
                .samples();
    }

    @Test
    void twoBlocksWhoseMeansAreAsFarApartAsTheSecondSays() {
        byte[] stream = frame(0, 1, 9, 0x11)
                .segment(Marker.SOS, 1, 1, 0, 0, 63, 0)
                .bits("10 1010 00  10 0101 00") // 10, then -10
                .end();

        assertThat(decode(stream, 1, 9, 1)).containsExactly(138, 138, 138, 138, 138, 138, 138, 138, 128);
    }

    @Test
    void aRestartForgetsTheMeanBefore() {
        byte[] stream = frame(0, 1, 9, 0x11)
                .segment(Marker.DRI, 0, 1)
                .segment(Marker.SOS, 1, 1, 0, 0, 63, 0)
                .bits("10 1010 00")
                .bytes(0xFF, 0xD0)
                .bits("10 0101 00")
                .end();

        assertThat(decode(stream, 1, 9, 1)).endsWith(138, 118);
    }

    @Test
    void aComponentOfHalfTheColumnsIsInterpolated() {
        // a unit is two blocks of the first and one of the second; of four means of the second's samples one differs
        byte[] stream = frame(1, 1, 32, 0x21, 0x11)
                .segment(Marker.SOS, 2, 1, 0, 2, 0, 0, 63, 0)
                .bits("00 00 00 00 00 00  00 00 00 00 10 1000 00")
                .end();

        int[] samples = decode(stream, 1, 32, 2);

        assertThat(samples[2 * 14 + 1]).isEqualTo(128);
        assertThat(samples[2 * 15 + 1]).isEqualTo(130); // (3 * 128 + 136 + 2) / 4
        assertThat(samples[2 * 16 + 1]).isEqualTo(134); // (3 * 136 + 128 + 1) / 4
        assertThat(samples[2 * 17 + 1]).isEqualTo(136);
    }

    @Test
    void progressiveBitsOfTheMeanAddUp() {
        byte[] stream = frame(2, 1, 8, 0x11)
                .segment(Marker.SOS, 1, 1, 0, 0, 0, 0x01)
                .bits("10 1000")
                .segment(Marker.SOS, 1, 1, 0, 0, 0, 0x10)
                .bits("1")
                .end();

        assertThat(decode(stream, 1, 8, 1)).containsOnly(128 + 8 * 2 + 1);
    }

    @Test
    void aProgressiveFrameMayLackScansOnlyIfItSaysThatItEnds() {
        TestStream mean =
                frame(2, 1, 8, 0x11).segment(Marker.SOS, 1, 1, 0, 0, 0, 0).bits("10 1000");
        byte[] cut = mean.build();

        assertThat(decode(mean.end(), 1, 8, 1)).containsOnly(136);
        assertRefused("no scan that completes component number 1", cut);
    }

    @Test
    void bitsOutOfTurnAreRefused() {
        byte[] stream = frame(2, 1, 8, 0x11)
                .segment(Marker.SOS, 1, 1, 0, 0, 0, 0x10)
                .bits("1")
                .end();

        assertRefused("coefficient 0 out of turn", stream);
    }

    @Test
    void theNumberOfLinesMayFollowTheScan() {
        TestStream scan =
                frame(0, 0, 8, 0x11).segment(Marker.SOS, 1, 1, 0, 0, 63, 0).bits("00 00");
        byte[] untold = scan.build();

        assertThat(decode(scan.segment(Marker.DNL, 0, 1).end(), 1, 8, 1)).containsOnly(128);
        assertRefused("no marker DNL", untold);
    }

    @Test
    void dataThatEndEarlyAreRefusedWhereverTheyAreCut() {
        byte[] whole = frame(0, 1, 9, 0x11)
                .segment(Marker.SOS, 1, 1, 0, 0, 63, 0)
                .bits("10 1010 00  10 0101 00")
                .build();

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decode(cut, 1, 9, 1))
                    .as("cut at " + length)
                    .isInstanceOf(TandemException.class);
        }
        assertThat(decode(whole, 1, 9, 1)).endsWith(138, 128);
    }

    @Test
    void whatIsMissingOrOfAnotherProcessIsNamed() {
        assertRefused(
                "Huffman table 2",
                frame(0, 1, 8, 0x11).segment(Marker.SOS, 1, 1, 0x22, 0, 63, 0).end());
        assertRefused("1 rows, 9 columns", frame(0, 1, 9, 0x11).end());
        assertRefused("frame header 0xFFC9", frame(9, 1, 8, 0x11).end());
        assertRefused("component 2 at offset", frame(0, 1, 8, 0x31, 0x21).end(), 2);
        assertRefused("no scan", frame(0, 1, 8, 0x11).end());
        assertRefused(
                "arithmetic coding",
                TestStream.begin().segment(Marker.DAC, 0, 0).end());
        assertRefused(
                "component 5",
                frame(0, 1, 8, 0x11).segment(Marker.SOS, 1, 5, 0, 0, 63, 0).end());
    }

    private static void assertRefused(String message, byte[] stream) {
        assertRefused(message, stream, 1);
    }

    private static void assertRefused(String message, byte[] stream, int samples) {
        assertThatThrownBy(() -> decode(stream, 1, 8, samples))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(message);
    }
}
