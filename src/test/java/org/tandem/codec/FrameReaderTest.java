package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Element;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;

/** Frames of two rows and two columns, their bytes written out by hand. */
final class FrameReaderTest {

    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String JPEG_LOSSLESS = "1.2.840.10008.1.2.4.70";
    private static final String ENCAPSULATED_UNCOMPRESSED = "1.2.840.10008.1.2.1.98";
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    @TempDir
    private Path folder;

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    /** Cell, value in it, highest bit, and whether it has a sign. */
    private static DataSetBuilder image(int allocated, int stored, int high, boolean signed) {
        return DataSet.builder()
                .putUid(Tag.SOP_CLASS_UID, SopClasses.CT_IMAGE_STORAGE)
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3"))
                .putIntegers(Tag.SAMPLES_PER_PIXEL, VR.US, 1)
                .putIntegers(Tag.ROWS, VR.US, 2)
                .putIntegers(Tag.COLUMNS, VR.US, 2)
                .putIntegers(Tag.BITS_ALLOCATED, VR.US, allocated)
                .putIntegers(Tag.BITS_STORED, VR.US, stored)
                .putIntegers(Tag.HIGH_BIT, VR.US, high)
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, signed ? 1 : 0);
    }

    private static FrameReader uncompressed(DataSetBuilder image, int... pixels) {
        DataSet dataSet = image.putBytes(Tag.PIXEL_DATA, VR.OW, bytes(pixels)).build();
        return FrameReader.of(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static FrameReader encapsulated(String syntax, DataSetBuilder image, byte[]... tableAndFragments) {
        List<Value> items = new ArrayList<>();
        for (byte[] item : tableAndFragments) {
            items.add(new Value.Bytes(item));
        }
        DataSet dataSet = image.put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(items)))
                .build();
        return FrameReader.of(DicomFile.of(dataSet, TransferSyntaxes.of(new Uid(syntax))));
    }

    @Test
    void valuesOfEachWidthAndSign() {
        assertThat(uncompressed(image(8, 8, 7, false), 0, 127, 128, 255).read(0))
                .containsExactly(0, 127, 128, 255);
        assertThat(uncompressed(image(8, 8, 7, true), 0, 127, 128, 255).read(0)).containsExactly(0, 127, -128, -1);
        assertThat(uncompressed(image(16, 16, 15, false), 1, 0, 0, 1, 0xFF, 0xFF, 0, 0x80)
                        .read(0))
                .containsExactly(1, 256, 65535, 32768);
        assertThat(uncompressed(image(16, 16, 15, true), 1, 0, 0, 1, 0xFF, 0xFF, 0, 0x80)
                        .read(0))
                .containsExactly(1, 256, -1, -32768);
        FrameReader wide =
                uncompressed(image(32, 32, 31, false), 1, 0, 0, 0, 0, 0, 0, 0x80, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0);
        assertThat(wide.read(0)).containsExactly(1, Integer.MIN_VALUE, -1, 65536);
        assertThat(wide.format().bits().number(-1)).isEqualTo(4_294_967_295.0);
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
    }

    @Test
    void framesOfSingleBitsFollowEachOtherWithinAByte() {
        DataSetBuilder image = image(1, 1, 0, false).putText(Tag.NUMBER_OF_FRAMES, VR.IS, "3");
        FrameReader reader = uncompressed(image, 0b1010_0011, 0b0000_1111); // the least significant bit is the first

        assertThat(reader.read(0)).containsExactly(1, 1, 0, 0);
        assertThat(reader.read(1)).containsExactly(0, 1, 0, 1);
        assertThat(reader.read(2)).containsExactly(1, 1, 1, 1);
    }

    @Test
    void aFrameIsReadOutOfTheMiddleOfABigEndianFile() throws Exception {
        DataSet dataSet = image(16, 16, 15, false)
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2")
                .putBytes(Tag.PIXEL_DATA, VR.OW, bytes(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0, 8))
                .build();
        Path file = folder.resolve("big.dcm");
        DicomFileWriter.write(file, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));

        FrameReader reader = FrameReader.of(DicomFileReader.read(file));

        assertThat(reader.read(1)).containsExactly(5, 6, 7, 2048);
        assertThat(reader.read(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void bytesInWordsOfABigEndianFileOfOddFramesAreSwappedWhole() throws Exception {
        DataSet dataSet = image(8, 8, 7, false)
                .putIntegers(Tag.ROWS, VR.US, 1)
                .putIntegers(Tag.COLUMNS, VR.US, 3)
                .putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2")
                .putBytes(Tag.PIXEL_DATA, VR.OW, bytes(1, 2, 3, 4, 5, 6))
                .build();
        Path file = folder.resolve("big.dcm");
        DicomFileWriter.write(file, DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN));

        FrameReader reader = FrameReader.of(DicomFileReader.read(file));

        assertThat(reader.read(0)).containsExactly(1, 2, 3);
        assertThat(reader.read(1)).containsExactly(4, 5, 6);
    }

    /** Header of PS3.5 G.5: number of segments, offset of each. */
    private static byte[] rle(byte[]... segments) {
        int length = 64;
        for (byte[] segment : segments) {
            length += segment.length;
        }
        ByteBuffer frame = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        frame.putInt(segments.length);
        int offset = 64;
        for (byte[] segment : segments) {
            frame.putInt(offset);
            offset += segment.length;
        }
        frame.position(64);
        for (byte[] segment : segments) {
            frame.put(segment);
        }
        return frame.array();
    }

    @Test
    void runLengthsOfTheHighBytesComeFirst() {
        byte[] high = bytes(0xFD, 0x01); // 1 - (-3) = four times 01
        byte[] low = bytes(0x01, 0x0A, 0x0B, 0x80, 0xFF, 0x0C, 0); // two as they are, nothing, twice 0C, padding
        FrameReader reader = encapsulated(RLE, image(16, 16, 15, false), bytes(), rle(high, low));

        assertThat(reader.read(0)).containsExactly(0x10A, 0x10B, 0x10C, 0x10C);
    }

    @Test
    void runLengthsThatEndTooEarlyOrHaveOtherSegmentsAreRefused() {
        assertThatThrownBy(() -> encapsulated(RLE, image(8, 8, 7, false), bytes(), rle(bytes(0xFF, 1)))
                        .read(0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got a segment of 2 bytes, expected 4 bytes");
        assertThatThrownBy(() -> encapsulated(RLE, image(16, 16, 15, false), bytes(), rle(bytes(0xFD, 1)))
                        .read(0))
                .hasMessageContaining("got 1 segments, expected 2 segments");
        assertThatThrownBy(() -> encapsulated(RLE, image(8, 8, 7, false), bytes(), new byte[10])
                        .read(0))
                .hasMessageContaining("got 10 bytes");
    }

    @Test
    void framesAreFoundByTheirNumberByTheTableAndAsOneWhole() {
        byte[] first = bytes(1, 2, 3, 4);
        byte[] second = bytes(5, 6, 7, 8);
        assertSecondFrame(bytes(), first, second);
        // each frame in two fragments: the table says that the second begins at 2 · (8 + 2)
        byte[] table = bytes(0, 0, 0, 0, 20, 0, 0, 0);
        assertSecondFrame(table, bytes(1, 2), bytes(3, 4), bytes(5, 6), bytes(7, 8));

        assertThat(encapsulated(
                                ENCAPSULATED_UNCOMPRESSED,
                                image(8, 8, 7, false),
                                bytes(),
                                bytes(1),
                                bytes(2, 3),
                                bytes(4))
                        .read(0))
                .containsExactly(1, 2, 3, 4);
    }

    private static void assertSecondFrame(byte[]... tableAndFragments) {
        DataSetBuilder image = image(8, 8, 7, false).putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2");
        assertThat(encapsulated(ENCAPSULATED_UNCOMPRESSED, image, tableAndFragments)
                        .read(1))
                .containsExactly(5, 6, 7, 8);
    }

    @Test
    void fragmentsThatCannotBeToldApartAreRefused() {
        DataSetBuilder image = image(8, 8, 7, false).putText(Tag.NUMBER_OF_FRAMES, VR.IS, "2");
        assertThatThrownBy(() -> encapsulated(ENCAPSULATED_UNCOMPRESSED, image, bytes(), bytes(1), bytes(2), bytes(3)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 3 fragments and an offset table of 0 entries, expected 2 frames");
    }

    @Test
    void deflatedFramesAreInflatedEachByItself() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(bytes(9, 9, 9, 8));
        deflater.finish();
        byte[] compressed = new byte[64];
        int length = deflater.deflate(compressed);
        deflater.end();

        assertThat(encapsulated(
                                DEFLATED_FRAMES,
                                image(8, 8, 7, false),
                                bytes(),
                                java.util.Arrays.copyOf(compressed, length + length % 2))
                        .read(0))
                .containsExactly(9, 9, 9, 8);
        assertThatThrownBy(() -> encapsulated(DEFLATED_FRAMES, image(8, 8, 7, false), bytes(), bytes(1, 2, 3, 4))
                        .read(0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Deflated frame");
    }

    @Test
    void aSyntaxWithoutDecoderIsNamed() {
        assertThatThrownBy(() -> encapsulated(JPEG_LOSSLESS, image(8, 8, 7, false), bytes(), bytes(1, 2)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("JPEG Lossless")
                .hasMessageContaining(JPEG_LOSSLESS);
    }

    @Test
    void pixelsThatAreMissingAreCounted() {
        assertThatThrownBy(() -> uncompressed(image(16, 16, 15, false), 1, 2, 3, 4))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 4 bytes, expected 8 bytes for 1 frames");
        assertThatThrownBy(() -> FrameReader.of(
                        DicomFile.of(image(16, 16, 15, false).build(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)))
                .hasMessageContaining("(7FE0,0010)");
        FrameReader reader = uncompressed(image(8, 8, 7, false), 1, 2, 3, 4);
        assertThatThrownBy(() -> reader.read(1)).hasMessageContaining("frame 2, expected 1 to 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 12, 64})
    void cellsOfAnotherWidthAreRefused(int allocated) {
        assertThatThrownBy(() -> uncompressed(image(allocated, 1, 0, false), 1, 2))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0028,0100): got " + allocated);
    }
}
