package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.frames;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.uncompressed;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

final class NativeFramesTest {

    private static final String LITTLE = "1.2.840.10008.1.2.1";
    private static final String BIG = "1.2.840.10008.1.2.2";

    @TempDir
    private Path folder;

    private FrameReader inFile(String syntax, DataSetBuilder image, int... pixels) throws Exception {
        Path file = folder.resolve("image.dcm");
        DicomFileWriter.write(
                file,
                DicomFile.of(
                        image.putBytes(Tag.PIXEL_DATA, VR.OW, bytes(pixels)).build(),
                        TransferSyntaxes.of(new Uid(syntax))));
        return FrameReader.of(DicomFileReader.read(file));
    }

    @Test
    void framesOfSingleBitsFollowEachOtherWithinAByte() {
        // the least significant bit is the first
        FrameReader reader = uncompressed(frames(grey(1), 3), 0b1010_0011, 0b0000_1111);

        assertThat(reader.read(0)).containsExactly(1, 1, 0, 0);
        assertThat(reader.read(1)).containsExactly(0, 1, 0, 1);
        assertThat(reader.read(2)).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LITTLE, BIG, "1.2.840.10008.1.2.1.99"})
    void framesOfNineBitsBeginAnywhereInAByte(String syntax) throws Exception {
        DataSetBuilder image =
                frames(grey(1), 3).putIntegers(Tag.ROWS, VR.US, 3).putIntegers(Tag.COLUMNS, VR.US, 3);

        // 27 bits, from the last to the first: 111111110 000000001 101010101, and five of padding
        FrameReader reader = inFile(syntax, image, 0b0101_0101, 0b0000_0011, 0b1111_1000, 0b0000_0111);

        assertThat(reader.read(0)).containsExactly(1, 0, 1, 0, 1, 0, 1, 0, 1);
        assertThat(reader.read(1)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(reader.read(2)).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {LITTLE, BIG, "1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99"})
    void aFrameIsReadOutOfTheMiddleOfAFile(String syntax) throws Exception {
        FrameReader reader = inFile(syntax, frames(grey(16), 2), 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 0, 8);

        assertThat(reader.read(1)).containsExactly(5, 6, 7, 2048);
        assertThat(reader.read(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void bytesInWordsOfABigEndianFileOfOddFramesAreSwappedWhole() throws Exception {
        DataSetBuilder image =
                frames(grey(8), 2).putIntegers(Tag.ROWS, VR.US, 1).putIntegers(Tag.COLUMNS, VR.US, 3);

        FrameReader reader = inFile(BIG, image, 1, 2, 3, 4, 5, 6);

        assertThat(reader.read(0)).containsExactly(1, 2, 3);
        assertThat(reader.read(1)).containsExactly(4, 5, 6);
    }
}
