package org.tandem.codec.jpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tandem.codec.frame.MarkerReader;
import org.tandem.dicom.TandemException;

final class HuffmanTableTest {

    /** T.81 table K.5, AC coefficients of luminance: numbers of codes by length, and the symbols of the shorter. */
    private static final int[] COUNTS = {0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D};

    private static HuffmanTable table(int[] counts, int... symbols) {
        byte[] stream = TestStream.begin().huffman(0, counts, symbols).build();
        MarkerReader in = new MarkerReader("JPEG", stream);
        assertThat(in.next()).isTrue();
        in.open();
        in.u8();
        return HuffmanTable.read(in);
    }

    private static HuffmanTable standard() {
        int[] symbols = new int[162];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = i; // in place of the symbols, their number in the table
        }
        return table(COUNTS, symbols);
    }

    private static int decode(HuffmanTable table, String bits) {
        BitReader in =
                new BitReader(new TestStream().bits(bits + "0".repeat(64)).build(), 0);
        in.fill();
        return table.decode(in);
    }

    @Test
    void codesOfTheStandardsTable() {
        HuffmanTable table = standard();
        // of table K.5: 0/1 00, 0/2 01, 0/3 100, EOB 1010, 0/4 1011, 1/1 1100, F/0 11111111001; the rest by their order
        assertThat(decode(table, "00")).isZero();
        assertThat(decode(table, "01")).isEqualTo(1);
        assertThat(decode(table, "100")).isEqualTo(2);
        assertThat(decode(table, "1010")).isEqualTo(3);
        assertThat(decode(table, "1011")).isEqualTo(4);
        assertThat(decode(table, "1100")).isEqualTo(5);
        assertThat(decode(table, "11111111001")).isEqualTo(31);
        assertThat(decode(table, "111111111000000")).isEqualTo(36);
        assertThat(decode(table, "1111111110000010")).isEqualTo(37);
        assertThat(decode(table, "1111111111111110")).isEqualTo(161);
    }

    @Test
    void bitsThatAreNoCodeAreRefused() {
        assertThatThrownBy(() -> decode(standard(), "1111111111111111"))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Huffman code")
                .hasMessageContaining("got 1111111111111111");
    }

    @Test
    void moreCodesThanThereAreBitsForAreRefused() {
        assertThatThrownBy(() -> table(new int[] {3}, 1, 2, 3)).hasMessageContaining("3 codes of 1 bits");
        assertThatThrownBy(() -> table(new int[] {2, 1}, 1, 2, 3)).hasMessageContaining("1 codes of 2 bits");
        assertThatThrownBy(() -> table(new int[] {0, 3}, 1, 2)).hasMessageContaining("a segment that ends");
    }

    @Test
    void differencesOfEachCategoryReachFromTheirEndsToTheMiddle() {
        HuffmanTable table = table(new int[] {0, 3}, 0, 1, 3); // codes 00, 01, 10
        assertThat(difference(table, "00")).isZero();
        assertThat(difference(table, "01 0")).isEqualTo(-1);
        assertThat(difference(table, "01 1")).isEqualTo(1);
        assertThat(difference(table, "10 000")).isEqualTo(-7);
        assertThat(difference(table, "10 011")).isEqualTo(-4);
        assertThat(difference(table, "10 100")).isEqualTo(4);
        assertThat(difference(table, "10 111")).isEqualTo(7);
    }

    private static int difference(HuffmanTable table, String bits) {
        return table.difference(new BitReader(new TestStream().bits(bits).build(), 0));
    }
}
