package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TagTest {

    /** PATIENT_NAME is the tag of the keyword PatientName, and so on. */
    @Test
    void everyConstantIsTheTagOfItsKeyword() throws IllegalAccessException {
        int checked = 0;
        for (Field field : Tag.class.getFields()) {
            int tag = field.getInt(null);
            if (Tag.group(tag) == 0xFFFE) {
                continue; // items, which stand in the registry without a VR
            }
            String keyword = tag == Tag.UID_VALUE ? "UIDValue" : Dictionary.keyword(tag); // "UID" alone says too little
            assertThat(keyword.toUpperCase(Locale.ROOT))
                    .as(field.getName())
                    .isEqualTo(field.getName().replace("_", ""));
            checked++;
        }
        assertThat(checked).isGreaterThan(200);
    }

    @Test
    void oddGroupsArePrivateAndReserveBlocks() {
        assertThat(Tag.isPrivate(Tag.of(0x0029, 0x1010))).isTrue();
        assertThat(Tag.isPrivate(Tag.PATIENT_NAME)).isFalse();
        assertThat(Tag.isPrivateCreator(Tag.of(0x0029, 0x0010))).isTrue();
        assertThat(Tag.isPrivateCreator(Tag.of(0x0029, 0x00FF))).isTrue();
        assertThat(Tag.isPrivateCreator(Tag.of(0x0029, 0x000F))).isFalse();
        assertThat(Tag.isPrivateCreator(Tag.of(0x0029, 0x0100))).isFalse();
        assertThat(Tag.isPrivateCreator(Tag.of(0x0028, 0x0010))).isFalse();
    }

    @Test
    void theHighestGroupsAreNoNegativeNumbers() {
        assertThat(Tag.group(Tag.DATA_SET_TRAILING_PADDING)).isEqualTo(0xFFFC);
        assertThat(Tag.format(Tag.DATA_SET_TRAILING_PADDING)).isEqualTo("(FFFC,FFFC)");
    }
}
