package org.tandem.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class DataSetBuilderTest {

    private static final int GROUP = 0x0029;

    @Test
    void eachCreatorHasABlockOfItsOwn() {
        DataSetBuilder builder = DataSet.builder();

        assertThat(builder.privateTag(GROUP, "ONE", 0x01)).isEqualTo(Tag.of(GROUP, 0x1001));
        assertThat(builder.privateTag(GROUP, "TWO", 0x01)).isEqualTo(Tag.of(GROUP, 0x1101));
        assertThat(builder.privateTag(GROUP, "ONE", 0x02)).isEqualTo(Tag.of(GROUP, 0x1002));
        builder.putBytes(Tag.of(GROUP, 0x1101), VR.UN, new byte[] {1, 2});

        DataSet dataSet = builder.build();
        assertThat(dataSet.string(Tag.of(GROUP, 0x0011))).contains("TWO");
        assertThat(dataSet.privateCreator(Tag.of(GROUP, 0x1101))).contains("TWO");
        assertThat(dataSet.privateElement(GROUP, "TWO", 0x01)).isPresent();
        assertThat(dataSet.privateElement(GROUP, "ONE", 0x01)).isEmpty();
        assertThat(dataSet.privateTag(GROUP, "THREE", 0x01)).isEmpty();
    }

    @Test
    void aBlockThatTheDeviceChoseIsFound() {
        DataSet dataSet = DataSet.builder()
                .putText(Tag.of(GROUP, 0x00E1), VR.LO, "ELSEWHERE")
                .putText(Tag.of(GROUP, 0xE101), VR.LO, "value")
                .build();

        assertThat(dataSet.privateTag(GROUP, "ELSEWHERE", 0x01)).hasValue(Tag.of(GROUP, 0xE101));
    }

    @Test
    void aGroupHasRoomFor240Creators() {
        DataSetBuilder builder = DataSet.builder();
        for (int i = 0; i < 0xF0; i++) {
            builder.privateTag(GROUP, "CREATOR " + i, 0);
        }
        assertThatThrownBy(() -> builder.privateTag(GROUP, "ONE MORE", 0))
                .isInstanceOf(TandemException.class)
                .hasMessageContaining("Group 0029");
    }

    @Test
    void elementsStandInOrderOfTheirTagsWhateverTheOrderOfPutting() {
        DataSet dataSet = DataSet.builder()
                .putBytes(Tag.DATA_SET_TRAILING_PADDING, VR.OB, new byte[2])
                .putText(Tag.PATIENT_ID, VR.LO, "first")
                .putIntegers(Tag.ROWS, VR.US, 1)
                .putText(Tag.PATIENT_ID, VR.LO, "second")
                .build();

        assertThat(dataSet.elements())
                .extracting(Element::tag)
                .containsExactly(Tag.PATIENT_ID, Tag.ROWS, Tag.DATA_SET_TRAILING_PADDING);
        assertThat(dataSet.string(Tag.PATIENT_ID)).contains("second");
        assertThat(dataSet.toBuilder().remove(Tag.ROWS).build().contains(Tag.ROWS))
                .isFalse();
    }

    @Test
    void valuesArePaddedAndReadWithoutPadding() {
        DataSet dataSet = DataSet.builder()
                .putText(Tag.PATIENT_ID, VR.LO, "abc")
                .putUid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3"))
                .build();

        assertThat(dataSet.bytes(Tag.PATIENT_ID)).containsExactly('a', 'b', 'c', ' ');
        assertThat(dataSet.bytes(Tag.SOP_INSTANCE_UID)).containsExactly('1', '.', '2', '.', '3', 0);
        assertThat(dataSet.string(Tag.PATIENT_ID)).contains("abc");
        assertThat(dataSet.requireUid(Tag.SOP_INSTANCE_UID)).isEqualTo(new Uid("1.2.3"));
    }

    @Test
    void whatIsMissingIsNamedAndNoValueIsShown() {
        DataSet dataSet =
                DataSet.builder().putText(Tag.PATIENT_ID, VR.LO, "secret").build();

        assertThatThrownBy(() -> dataSet.requireInteger(Tag.PATIENT_ID))
                .hasMessageContaining("(0010,0020)")
                .hasMessageNotContaining("secret");
        assertThat(dataSet.toString() + dataSet.elements()).doesNotContain("secret");
    }
}
