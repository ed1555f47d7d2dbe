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
import org.tandem.dicom.DataSet;
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
    void asManyFragmentsAsFramesGoOneToOneWithAnExtendedOffsetTableToo() throws Exception {
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

    private static final byte[] START = bytes(0xFF, 0xD8, 0xFF, 0xE0);
    private static final byte[] END = bytes(1, 2, 0xFF, 0xD9);

    private static FrameFragments found(int frameCount, byte[]... tableAndFragments) throws Exception {
        return FrameFragments.of(new Value.Fragments(values(tableAndFragments)), frameCount);
    }

    @Test
    void anExtendedOffsetTableIsBelievedWhereFramesHaveSeveralFragmentsAllTheSame() throws Exception {
        // a frame of one fragment, then one of two: 8 + 4
        DataSet told = grey(8).putBytes(
                        Tag.EXTENDED_OFFSET_TABLE, VR.OV, bytes(0, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0))
                .build();
        DataSet wrong = grey(8).putBytes(
                        Tag.EXTENDED_OFFSET_TABLE, VR.OV, bytes(0, 0, 0, 0, 0, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0))
                .build();
        Value.Fragments silent = new Value.Fragments(values(EMPTY_TABLE, START, bytes(1, 2), bytes(3, 4)));
        Value.Fragments basic =
                new Value.Fragments(values(bytes(0, 0, 0, 0, 22, 0, 0, 0), START, bytes(1, 2), bytes(3, 4)));

        assertThat(FrameFragments.of(told, silent, 2).bytes(1)).containsExactly(1, 2, 3, 4);
        assertThat(FrameFragments.of(told, basic, 2).bytes(1)).containsExactly(1, 2, 3, 4);
        assertThat(FrameFragments.of(wrong, basic, 2).bytes(1)).containsExactly(3, 4);
        assertThatThrownBy(() -> FrameFragments.of(wrong, silent, 2)).hasMessageContaining("2 frames");
    }

    @Test
    void fragmentsWithoutATableAreCutAfterAnEndOfImageWhereStartsDoNotTell() throws Exception {
        // the middle of the first frame looks as if it began one
        FrameFragments found = found(2, EMPTY_TABLE, START, START, END, START, bytes(1, 2, 0xFF, 0xD9, 0, 0));

        assertThat(found.bytes(0)).hasSize(12).endsWith(bytes(0xFF, 0xD9));
        assertThat(found.bytes(1)).hasSize(10).startsWith(bytes(0xFF, 0xD8));
    }

    @Test
    void aFrameWithoutAnEndOfImageEndsWhereTheNextBegins() throws Exception {
        FrameFragments found = found(2, EMPTY_TABLE, START, bytes(1, 2), START, END);

        assertThat(found.bytes(0)).containsExactly(0xFF, 0xD8, 0xFF, 0xE0, 1, 2);
    }

    @Test
    void moreFramesThanToldAreLeftOut() throws Exception {
        FrameFragments found = found(2, EMPTY_TABLE, START, END, START, END, START, END);

        assertThat(found.bytes(1)).hasSize(8);
        assertThatThrownBy(() -> found(3, EMPTY_TABLE, START, END, END, START)).hasMessageContaining("3 frames");
    }

    @Test
    void emptyFragmentsAreNoFrames() throws Exception {
        FrameFragments found = found(2, EMPTY_TABLE, bytes(1, 2), bytes(), bytes(3, 4), bytes());

        assertThat(found.bytes(0)).containsExactly(1, 2);
        assertThat(found.bytes(1)).containsExactly(3, 4);
    }

    @Test
    void aTableWhoseOffsetsDescendOrAreTooFewIsNotBelieved() throws Exception {
        byte[][] fragments = {START, END, START, END};
        byte[] descending = bytes(24, 0, 0, 0, 0, 0, 0, 0);
        byte[] tooFew = bytes(0, 0, 0, 0);
        byte[] twice = bytes(0, 0, 0, 0, 0, 0, 0, 0);
        for (byte[] table : new byte[][] {descending, tooFew, twice}) {
            FrameFragments found = found(2, table, fragments[0], fragments[1], fragments[2], fragments[3]);
            assertThat(found.bytes(1)).hasSize(8).startsWith(bytes(0xFF, 0xD8));
        }
    }

    @Test
    void withoutANumberOfFramesAllFragmentsAreTheOne() {
        assertThat(encapsulated(ENCAPSULATED_UNCOMPRESSED, grey(8), EMPTY_TABLE, bytes(1, 2, 3), bytes(4, 0))
                        .read(0))
                .containsExactly(1, 2, 3, 4);
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
