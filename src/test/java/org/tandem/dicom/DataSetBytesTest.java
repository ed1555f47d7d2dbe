package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Golden byte strings, worked out by hand from PS3.5 7. */
class DataSetBytesTest {

    private static final TransferSyntax IMPLICIT = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;

    /** One element of a short VR, one of numbers, one of a long VR, a sequence with one item. */
    private static final DataSet SMALL = DataSet.builder()
            .putText(Tag.MODALITY, VR.CS, "CT")
            .putItems(
                    Tag.REFERENCED_IMAGE_SEQUENCE,
                    DataSet.builder()
                            .putUid(Tag.REFERENCED_SOP_INSTANCE_UID, Uid.of("1.2.3"))
                            .build())
            .putIntegers(Tag.ROWS, VR.US, 0x0102)
            .putBytes(Tag.PIXEL_DATA, VR.OW, new byte[] {1, 2, 3, 4})
            .build();

    private static final String SMALL_IMPLICIT = "0800 6000 02000000 4354" // (0008,0060) length 2 "CT"
            + "0800 4011 16000000" // (0008,1140) length 22
            + "  FEFF 00E0 0E000000" // item of length 14
            + "    0800 5511 06000000 312E322E3300" // (0008,1155) length 6 "1.2.3" NUL
            + "2800 1000 02000000 0201" // (0028,0010) 0x0102
            + "E07F 1000 04000000 01020304"; // (7FE0,0010) length 4

    private static final String SMALL_EXPLICIT = "0800 6000 4353 0200 4354" // CS
            + "0800 4011 5351 0000 16000000" // SQ, reserved, length 22
            + "  FEFF 00E0 0E000000"
            + "    0800 5511 5549 0600 312E322E3300" // UI
            + "2800 1000 5553 0200 0201" // US
            + "E07F 1000 4F57 0000 04000000 01020304"; // OW, reserved, length 4

    private static final String SMALL_BIG = "0008 0060 4353 0002 4354"
            + "0008 1140 5351 0000 00000016"
            + "  FFFE E000 0000000E"
            + "    0008 1155 5549 0006 312E322E3300"
            + "0028 0010 5553 0002 0102"
            + "7FE0 0010 4F57 0000 00000004 02010403"; // words of 16 bits swapped

    @Test
    void aDataSetIsWrittenAsTheStandardLaysItOut() {
        assertThat(DataSetWriter.toBytes(SMALL, IMPLICIT)).isEqualTo(hex(SMALL_IMPLICIT));
        assertThat(DataSetWriter.toBytes(SMALL, EXPLICIT)).isEqualTo(hex(SMALL_EXPLICIT));
        assertThat(DataSetWriter.toBytes(SMALL, BIG)).isEqualTo(hex(SMALL_BIG));
    }

    @Test
    void aDataSetIsReadAsTheStandardLaysItOut() {
        assertThat(DataSetReader.read(hex(SMALL_IMPLICIT), IMPLICIT)).isEqualTo(SMALL);
        assertThat(DataSetReader.read(hex(SMALL_EXPLICIT), EXPLICIT)).isEqualTo(SMALL);
        assertThat(DataSetReader.read(hex(SMALL_BIG), BIG)).isEqualTo(SMALL);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }
}
