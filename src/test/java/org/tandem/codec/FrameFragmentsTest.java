package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tandem.codec.SmallImage.ENCAPSULATED_UNCOMPRESSED;
import static org.tandem.codec.SmallImage.bytes;
import static org.tandem.codec.SmallImage.encapsulated;
import static org.tandem.codec.SmallImage.frames;
import static org.tandem.codec.SmallImage.grey;
import static org.tandem.codec.SmallImage.values;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.DicomFileReader;
import org.tandem.dicom.DicomFileWriter;
import org.tandem.dicom.Element;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntaxes;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.dicom.Value;

final class FrameFragmentsTest {

    private static final byte[] EMPTY_TABLE = bytes();

    @TempDir
    private Path folder;

    private static FrameReader twoFrames(byte[]... tableAndFragments) {
        return encapsulated(ENCAPSULATED_UNCOMPRESSED, frames(grey(8), 2), tableAndFragments);
    }

    @Test
    void asManyFragmentsAsFramesGoOneToOne() {
        FrameReader reader = twoFrames(EMPTY_TABLE, bytes(1, 2, 3, 4), bytes(5, 6, 7, 8));

        assertThat(reader.read(1)).containsExactly(5, 6, 7, 8);
        assertThat(reader.read(0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void theBasicOffsetTableTellsWhereAFrameOfSeveralFragmentsBegins() {
        // offsets count from the first fragment's item and over items' headers: 2 * (8 + 2)
        byte[] table = bytes(0, 0, 0, 0, 20, 0, 0, 0);
        FrameReader reader = twoFrames(table, bytes(1, 2), bytes(3, 4), bytes(5, 6), bytes(7, 8));
        assertThat(reader.read(0)).containsExactly(1, 2, 3, 4);
        assertThat(reader.read(1)).containsExactly(5, 6, 7, 8);

        // unevenly: one of four, then two of two
        FrameReader uneven = twoFrames(bytes(0, 0, 0, 0, 12, 0, 0, 0), bytes(1, 2, 3, 4), bytes(5, 6), bytes(7, 8));
        assertThat(uneven.read(0)).containsExactly(1, 2, 3, 4);
        assertThat(uneven.read(1)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void oneFrameTakesAllFragmentsWhateverTheTable() {
        assertThat(encapsulated(ENCAPSULATED_UNCOMPRESSED, grey(8), bytes(99, 0, 0, 0), bytes(1, 2), bytes(3, 4))
                        .read(0))
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void anExtendedOffsetTableChangesNothingAsFragmentsGoOneToOneThere() throws Exception {
        DataSetBuilder image = frames(grey(8), 2)
                .putBytes(Tag.EXTENDED_OFFSET_TABLE, VR.OV, bytes(0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0))
                .putBytes(
                        Tag.EXTENDED_OFFSET_TABLE_LENGTHS, VR.OV, bytes(4, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0))
                .put(new Element(
                        Tag.PIXEL_DATA,
                        VR.OB,
                        new Value.Fragments(values(EMPTY_TABLE, bytes(1, 2, 3, 4), bytes(5, 6, 7, 8)))));
        Path file = folder.resolve("extended.dcm");
        DicomFileWriter.write(
                file, DicomFile.of(image.build(), TransferSyntaxes.of(new Uid(ENCAPSULATED_UNCOMPRESSED))));

        FrameReader reader = FrameReader.of(DicomFileReader.read(file));

        assertThat(reader.read(0)).containsExactly(1, 2, 3, 4);
        assertThat(reader.read(1)).containsExactly(5, 6, 7, 8);
    }

    @Test
    void aTableThatPointsAmidFragmentsIsNotBelievedAndMarksOfJpegAreLookedFor() throws Exception {
        byte[] first = bytes(0xFF, 0xD8, 0xFF, 0xE0);
        byte[] second = bytes(0xFF, 0xD8, 0xFF, 0xF7);
        byte[] rest = bytes(1, 2);
        Value.Fragments pixels = new Value.Fragments(values(bytes(0, 0, 0, 0, 13, 0, 0, 0), first, rest, second, rest));

        FrameFragments found = FrameFragments.of(pixels, 2);

        assertThat(found.bytes(0)).containsExactly(0xFF, 0xD8, 0xFF, 0xE0, 1, 2);
        assertThat(found.bytes(1)).containsExactly(0xFF, 0xD8, 0xFF, 0xF7, 1, 2);
    }

    @Test
    void marksOfJpeg2000() throws Exception {
        byte[] start = bytes(0xFF, 0x4F, 0xFF, 0x51);

        FrameFragments found =
                FrameFragments.of(new Value.Fragments(values(EMPTY_TABLE, start, bytes(1, 2), bytes(3, 4), start)), 2);

        assertThat(found.bytes(0)).containsExactly(0xFF, 0x4F, 0xFF, 0x51, 1, 2, 3, 4);
        assertThat(found.bytes(1)).containsExactly(0xFF, 0x4F, 0xFF, 0x51);
    }

    @Test
    void fragmentsThatCannotBeToldApartAreRefused() {
        assertThatThrownBy(() -> twoFrames(EMPTY_TABLE, bytes(1), bytes(2), bytes(3)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 3 fragments and an offset table of 0 entries, expected 2 frames");
        assertThatThrownBy(() -> twoFrames(bytes(0, 0, 0, 0, 5, 0, 0, 0), bytes(1, 2), bytes(3, 4), bytes(5, 6)))
                .hasMessageContaining("got 3 fragments and an offset table of 2 entries");
        assertThatThrownBy(() -> encapsulated(ENCAPSULATED_UNCOMPRESSED, grey(8), EMPTY_TABLE))
                .hasMessageContaining("got 0 fragments");
    }

    @Test
    void aFrameThatIsTooShortIsRefused() {
        FrameReader reader = encapsulated(ENCAPSULATED_UNCOMPRESSED, grey(16), EMPTY_TABLE, bytes(1, 2, 3, 4));
        assertThatThrownBy(() -> reader.read(0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("got 4 bytes, expected 8 bytes");
    }
}
