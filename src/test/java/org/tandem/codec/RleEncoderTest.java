package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.colour;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.image;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.VR;

final class RleEncoderTest {

    private static PixelFormat wide(int columns, int bits) {
        return PixelFormat.of(
                grey(bits).putIntegers(Tag.COLUMNS, VR.US, columns).build());
    }

    private static byte[] segments(byte[] encoded) {
        return Arrays.copyOfRange(encoded, 64, encoded.length);
    }

    @Test
    void runsOfThreeAndMoreAreTakenTogetherAndNoneCrossesARow() {
        byte[] encoded = RleEncoder.encode(bytes(7, 7, 7, 1, 2, 2, 2, 2), wide(4, 8));

        // 1 - 3 times 7, one as it is; second row 1 - 4 times 2; padding
        assertThat(segments(encoded)).containsExactly(bytes(0xFE, 7, 0, 1, 0xFD, 2));
        assertThat(Arrays.copyOf(encoded, 12)).containsExactly(1, 0, 0, 0, 64, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void theHighBytesComeFirstAndEachSegmentIsEven() {
        byte[] encoded = RleEncoder.encode(bytes(1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9), wide(3, 16));

        assertThat(Arrays.copyOf(encoded, 12)).containsExactly(2, 0, 0, 0, 64, 0, 0, 0, 68, 0, 0, 0);
        assertThat(segments(encoded)).containsExactly(bytes(0xFE, 9, 0xFE, 9, 2, 1, 2, 3, 2, 4, 5, 6));
    }

    @Test
    void moreThan128BytesAreWrittenInParts() {
        byte[] same = new byte[600];
        byte[] rising = new byte[600];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = (byte) i;
        }

        assertThat(segments(RleEncoder.encode(same, wide(300, 8)))).hasSize(2 * 6);
        assertThat(segments(RleEncoder.encode(rising, wide(300, 8)))).hasSize(600 + 2 * 3);
    }

    @Property(tries = 200)
    void decodingUndoesEncoding(
            @ForAll @Size(1200) byte[] pixels,
            @ForAll @IntRange(min = 1, max = 4) int values,
            @ForAll @IntRange(min = 0, max = 3) int kind) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (Byte.toUnsignedInt(pixels[i]) % values); // few values make runs
        }
        DataSetBuilder image = kind == 0 ? grey(8) : kind == 1 ? grey(16) : kind == 2 ? grey(32) : colour(16, 0);
        int bytesPerPixel = kind == 0 ? 1 : kind == 1 ? 2 : kind == 2 ? 4 : 6;
        PixelFormat format = PixelFormat.of(
                image.putIntegers(Tag.COLUMNS, VR.US, 600 / bytesPerPixel).build());

        assertThat(new RleDecoder().decode(RleEncoder.encode(pixels, format), format))
                .isEqualTo(pixels);
    }

    @Test
    void anImageKeepsItsPixelsAndItsIdentity() {
        DicomFile plain = DicomFile.of(
                SmallImage.frames(colour(8, 1), 2)
                        .putBytes(
                                Tag.PIXEL_DATA,
                                VR.OB,
                                bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3))
                        .build(),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);

        DicomFile compressed = RleEncoder.encode(plain);

        assertThat(compressed.syntax().name()).isEqualTo("RLE Lossless");
        assertThat(compressed.dataSet().string(Tag.SOP_INSTANCE_UID)).contains("1.2.3");
        for (int frame = 0; frame < 2; frame++) {
            assertThat(FrameReader.of(compressed).read(frame))
                    .isEqualTo(FrameReader.of(plain).read(frame));
        }
    }

    @Test
    void whatCannotBeCompressedIsRefused() {
        assertRefused(image(1, 1, 0, false), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "1 samples of 1 bits");
        assertRefused(
                colour(8, 0).putText(Tag.PHOTOMETRIC_INTERPRETATION, VR.CS, "YBR_FULL_422"),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                "YBR_FULL_422");
    }

    private static void assertRefused(DataSetBuilder image, TransferSyntax syntax, String message) {
        DicomFile file =
                DicomFile.of(image.putBytes(Tag.PIXEL_DATA, VR.OB, new byte[12]).build(), syntax);
        assertThatThrownBy(() -> RleEncoder.encode(file))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining(message);
    }
}
