package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.bytes;

import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;

/** Tables of a few entries, their bytes written out by hand. */
final class LookupTableTest {

    @Test
    void valuesBeforeAndBehindGetTheFirstAndTheLastEntry() {
        LookupTable table = table(lut(3, 10, 16).putBytes(Tag.LUT_DATA, VR.OW, bytes(1, 0, 2, 0, 0, 3)), false);

        assertThat(table.at(-5)).isEqualTo(1);
        assertThat(table.at(10)).isEqualTo(1);
        assertThat(table.at(11)).isEqualTo(2);
        assertThat(table.at(12)).isEqualTo(0x300);
        assertThat(table.at(Integer.MAX_VALUE)).isEqualTo(0x300);
    }

    @Test
    void theFirstValueMappedHasTheSignOfTheImage() {
        DataSetBuilder lut = lut(2, 0xFFFE, 16).putBytes(Tag.LUT_DATA, VR.OW, bytes(5, 0, 0, 6));

        assertThat(table(lut, true).at(-1)).isEqualTo(0x600);
        assertThat(table(lut, false).at(0xFFFF)).isEqualTo(0x600);
    }

    @Test
    void entriesOfEightBitsComeTwoToAWordOrEachInAWord() {
        assertThat(table(lut(3, 0, 8).putBytes(Tag.LUT_DATA, VR.OW, bytes(7, 8, 9, 0)), false)
                        .entries())
                .containsExactly(7, 8, 9);
        assertThat(table(lut(3, 0, 8).putBytes(Tag.LUT_DATA, VR.OW, bytes(7, 0, 8, 0, 9, 0)), false)
                        .entries())
                .containsExactly(7, 8, 9);
    }

    @Test
    void zeroEntriesStandForAllOfSixteenBits() {
        LookupTable table = table(lut(0, 0, 8).putBytes(Tag.LUT_DATA, VR.OW, new byte[1 << 16]), false);

        assertThat(table.entries()).hasSize(1 << 16);
    }

    @Test
    void brightnessIsAFractionOfTheGreatestEntryThatIsPossible() {
        assertThat(table(lut(2, 0, 16).putBytes(Tag.LUT_DATA, VR.OW, bytes(0, 0, 0xFF, 0xFF)), false)
                        .fraction(1))
                .isEqualTo(1);
        assertThat(table(lut(2, 0, 12).putBytes(Tag.LUT_DATA, VR.OW, bytes(0, 0, 0xFF, 0x0F)), false)
                        .fraction(1))
                .isEqualTo(1);
        assertThat(table(lut(2, 0, 16).putBytes(Tag.LUT_DATA, VR.OW, bytes(0, 0, 0xFF, 0)), false)
                        .fraction(1))
                .as("bytes in words")
                .isEqualTo(1);
    }

    @Test
    void aTableThatIsTooShortOrHasNoDescriptorIsRefused() {
        assertThatThrownBy(() -> table(lut(3, 0, 16).putBytes(Tag.LUT_DATA, VR.OW, bytes(1, 2, 3, 4)), false))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,3006): got 4 bytes, expected 3 entries of 16 bits");
        assertThatThrownBy(() -> table(DataSet.builder(), false))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,3002): got 0 values, expected 3");
    }

    private static DataSetBuilder lut(int entries, int first, int bits) {
        return DataSet.builder().putIntegers(Tag.LUT_DESCRIPTOR, VR.US, entries, first, bits);
    }

    private static LookupTable table(DataSetBuilder item, boolean signed) {
        return LookupTable.of(item.build(), LookupTable.Place.OF_ITEM, signed);
    }
}
