package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.colour;
import static org.tandem.codec.SmallImage.encapsulated;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.image;
import static org.tandem.codec.SmallImage.uncompressed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.VR;

final class FrameReaderTest {

    private static final int[] ENDS_OF_8_BITS = {0, 127, 128, 255};
    private static final int[] ENDS_OF_16_BITS = {1, 0, 0xFF, 0x7F, 0, 0x80, 0xFF, 0xFF};
    private static final int[] ENDS_OF_32_BITS = {
        1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0xFF
    };

    @Test
    void valuesOfEachWidthWithoutSign() {
        assertThat(uncompressed(grey(8), ENDS_OF_8_BITS).read(0)).containsExactly(0, 127, 128, 255);
        assertThat(uncompressed(grey(16), ENDS_OF_16_BITS).read(0)).containsExactly(1, 32767, 32768, 65535);
        FrameReader wide = uncompressed(grey(32), ENDS_OF_32_BITS);
        assertThat(wide.read(0)).containsExactly(1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
        assertThat(wide.format().bits().number(-1)).isEqualTo(4_294_967_295.0);
        assertThat(wide.format().bits().number(Integer.MIN_VALUE)).isEqualTo(2_147_483_648.0);
    }

    @Test
    void valuesOfEachWidthWithSign() {
        assertThat(uncompressed(image(8, 8, 7, true), ENDS_OF_8_BITS).read(0)).containsExactly(0, 127, -128, -1);
        assertThat(uncompressed(image(16, 16, 15, true), ENDS_OF_16_BITS).read(0))
                .containsExactly(1, 32767, -32768, -1);
        FrameReader wide = uncompressed(image(32, 32, 31, true), ENDS_OF_32_BITS);
        assertThat(wide.read(0)).containsExactly(1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
        assertThat(wide.format().bits().number(-1)).isEqualTo(-1);
    }

    @Test
    void whatStandsBesideTheStoredBitsIsNotTheValue() {
        // 12 bits at the bottom, an overlay in the upper four; then 12 bits at the top
        assertThat(uncompressed(image(16, 12, 11, false), 0xFF, 0xFF, 0x00, 0xF8, 0x34, 0x12, 0, 0)
                        .read(0))
                .containsExactly(0xFFF, 0x800, 0x234, 0);
        assertThat(uncompressed(image(16, 12, 11, true), 0xFF, 0x0F, 0x00, 0x08, 0xFF, 0x07, 0, 0)
                        .read(0))
                .containsExactly(-1, -2048, 2047, 0);
        assertThat(uncompressed(image(16, 12, 15, false), 0x10, 0x00, 0xFF, 0xFF, 0x0F, 0x00, 0, 0)
                        .read(0))
                .containsExactly(1, 0xFFF, 0, 0);
        assertThat(uncompressed(image(8, 7, 6, true), 0x40, 0x3F, 0xBF, 0xFF).read(0))
                .containsExactly(-64, 63, 63, -1);
        assertThat(uncompressed(
                                image(32, 24, 23, true),
                                0xFF,
                                0xFF,
                                0xFF,
                                0x12,
                                0,
                                0,
                                0x80,
                                0,
                                0xFF,
                                0xFF,
                                0x7F,
                                0xFF,
                                1,
                                0,
                                0,
                                0)
                        .read(0))
                .containsExactly(-1, -8_388_608, 8_388_607, 1);
    }

    @Test
    void theSamplesOfAPixelStandSideBySideHoweverTheyWereStored() {
        int[] pixels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

        assertThat(uncompressed(colour(8, 0), pixels).read(0)).containsExactly(pixels);
        assertThat(uncompressed(colour(8, 1), pixels).read(0)).containsExactly(1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12);
        assertThat(encapsulated(SmallImage.ENCAPSULATED_UNCOMPRESSED, colour(8, 1), bytes(), bytes(pixels))
                        .read(0))
                .containsExactly(1, 5, 9, 2, 6, 10, 3, 7, 11, 4, 8, 12);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.840.10008.1.2.4.52, JPEG Extended",
        "1.2.840.10008.1.2.4.100, MPEG2",
        "1.2.840.10008.1.2.4.102, MPEG-4 AVC",
        "1.2.3.4, 1.2.3.4"
    })
    void aSyntaxWithoutDecoderIsNamed(String syntax, String name) {
        assertThatThrownBy(() -> encapsulated(syntax, grey(8), bytes(), bytes(1, 2)))
                .isInstanceOfSatisfying(
                        TandemException.class, e -> assertThat(e.kind()).isEqualTo(TandemException.Kind.REFUSE))
                .hasMessageContaining(name)
                .hasMessageContaining(syntax);
    }

    @Test
    void pixelsThatAreMissingAreCounted() {
        assertThatThrownBy(() -> uncompressed(grey(16), 1, 2, 3, 4))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 4 bytes, expected 8 bytes for 1 frames");
        assertThatThrownBy(
                        () -> FrameReader.of(DicomFile.of(grey(16).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)))
                .hasMessageContaining("(7FE0,0010)");
        FrameReader reader = uncompressed(grey(8), 1, 2, 3, 4);
        assertThatThrownBy(() -> reader.read(1)).hasMessageContaining("frame 2, expected 1 to 1");
    }

    @Test
    void pixelsTooManyArePadding() {
        assertThat(uncompressed(grey(8), 1, 2, 3, 4, 0, 0).read(0)).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 12, 64})
    void cellsOfAnotherWidthAreRefused(int allocated) {
        assertThatThrownBy(() -> uncompressed(image(allocated, 1, 0, false), 1, 2))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,0100): got " + allocated);
    }

    @Test
    void bitsThatDoNotFitTheirCellAndPixelsOfNoSizeAreRefused() {
        assertThatThrownBy(() -> uncompressed(image(8, 9, 8, false), 1, 2, 3, 4))
                .hasMessageContaining("(0028,0101): got 9, expected 1 to 8");
        assertThatThrownBy(() -> uncompressed(image(16, 12, 10, false), 1, 2, 3, 4))
                .hasMessageContaining("(0028,0102): got 10, expected 11 to 15");
        assertThatThrownBy(() -> uncompressed(grey(8).putIntegers(Tag.ROWS, VR.US, 0), 1, 2))
                .hasMessageContaining("(0028,0010): got 0, expected at least 1");
    }
}
