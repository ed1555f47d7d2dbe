package org.tandem.result.iod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.VR;

class ModuleWriterTest {

    @Test
    void type1RefusesToBeEmpty() {
        assertThatThrownBy(() -> ModuleWriter.item(out -> out.type1(Tag.SEGMENT_LABEL, " ")))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0062,0005)");
        assertThatThrownBy(() -> ModuleWriter.item(out -> out.type1(Tag.SEGMENT_SEQUENCE, List.of())))
                .isInstanceOf(TandemException.class);
        assertThatThrownBy(() -> ModuleWriter.item(out -> out.type1From(DataSet.EMPTY, Tag.STUDY_INSTANCE_UID)))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("(0020,000D)");
    }

    @Test
    void type2WritesZeroLength() {
        DataSet item = ModuleWriter.item(out -> {
            out.type2(Tag.CONTENT_DESCRIPTION, "");
            out.type2From(DataSet.EMPTY, Tag.PATIENT_NAME);
            out.type2(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE, List.of());
        });
        assertThat(item.elements()).hasSize(3).allMatch(element -> element.isEmpty());
    }

    @Test
    void type3LeavesOut() {
        DataSet item = ModuleWriter.item(out -> {
            out.type3(Tag.SERIES_DESCRIPTION, "");
            out.type3From(DataSet.EMPTY, Tag.STUDY_DESCRIPTION);
        });
        assertThat(item.elements()).isEmpty();
    }

    @Test
    void aConditionDecidesOverC() {
        DataSet item = ModuleWriter.item(out -> {
            out.type1C(true, Tag.REFERENCED_FRAME_NUMBER, new int[] {7});
            out.type1C(false, Tag.REFERENCED_SEGMENT_NUMBER, new int[] {7});
        });
        assertThat(item.string(Tag.REFERENCED_FRAME_NUMBER)).hasValue("7");
        assertThat(item.contains(Tag.REFERENCED_SEGMENT_NUMBER)).isFalse();
    }

    @Test
    void copiedBytesAreTheVeryBytes() {
        byte[] name = {'A', (byte) 0xE9, ' ', ' '};
        DataSet source =
                DataSet.builder().putBytes(Tag.PATIENT_NAME, VR.PN, name).build();
        DataSet item = ModuleWriter.item(out -> out.type2From(source, Tag.PATIENT_NAME));
        assertThat(item.bytes(Tag.PATIENT_NAME)).containsExactly(name);
    }

    @Test
    void aCodeTooLongForAShortStringGoesToTheLongCodeValue() {
        Code code = new Code("123456789012345678", "SCT", "Extension");
        DataSet item = ModuleWriter.item(out -> out.type1(Tag.CONCEPT_CODE_SEQUENCE, code))
                .items(Tag.CONCEPT_CODE_SEQUENCE)
                .get(0);
        assertThat(item.string(Tag.LONG_CODE_VALUE)).hasValue("123456789012345678");
        assertThat(item.contains(Tag.CODE_VALUE)).isFalse();
    }

    @Test
    void textOfOursOutsideAsciiIsAMistake() {
        assertThatThrownBy(() -> ModuleWriter.item(out -> out.type3(Tag.SERIES_DESCRIPTION, "Größe")))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("ASCII");
    }
}
