package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;

/** Segments of PS3.3 C.7.9.2, written out by hand. */
final class PaletteSegmentsTest {

    @Test
    void valuesOneByOneThenEvenStepsFromTheLast() {
        assertThat(expand(true, 6, 0, 2, 10, 20, 1, 4, 40)).containsExactly(10, 20, 25, 30, 35, 40);
    }

    @Test
    void stepsGoDownToo() {
        assertThat(expand(true, 3, 0, 1, 200, 1, 2, 0)).containsExactly(200, 100, 0);
    }

    @Test
    void segmentsAreRepeatedFromAnOffset() {
        assertThat(expand(true, 6, 0, 1, 5, 1, 2, 9, 2, 2, 0, 0, 0, 0)).containsExactly(5, 7, 9, 5, 7, 9);
    }

    @Test
    void wordsAreLittleEndian() {
        assertThat(expand(false, 3, 0, 0, 1, 0, 0x00, 0x01, 1, 0, 2, 0, 0x00, 0x03))
                .containsExactly(0x100, 0x200, 0x300);
    }

    @ParameterizedTest
    @CsvSource({
        "4, '0 2 1 2', '2 entries, expected 4'",
        "4, '0 9 1 2', 'a segment of 9 after 0 entries'",
        "4, '1 2 1', 'a segment of 2 after 0 entries'",
        "4, '7 2 1', 'opcode 7'",
        "4, '0 2 1', 'an end amid a segment'",
        "4, '2 1 200 0 0 0', 'offset 200'",
        "4, '2 1 0 0 0 0', 'opcode 2'"
    })
    void whatIsNoSegmentIsRefused(int count, String data, String message) {
        int[] values = java.util.Arrays.stream(data.split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();

        assertThatThrownBy(() -> expand(true, count, values))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,1221): got")
                .hasMessageContaining(message);
    }

    private static int[] expand(boolean inBytes, int count, int... data) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes(data)).order(ByteOrder.LITTLE_ENDIAN);
        return new PaletteSegments(buffer, inBytes, Tag.SEGMENTED_RED_PALETTE_COLOR_LOOKUP_TABLE_DATA).expand(count);
    }
}
