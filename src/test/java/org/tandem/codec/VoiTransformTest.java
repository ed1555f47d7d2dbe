package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tandem.codec.SmallImage.bytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.FrameGroups;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;

/** Windows against the formulas of PS3.3 C.11.2.1.2 and C.11.2.1.3, worked by hand. */
final class VoiTransformTest {

    /** The standard's own example: center 2048 and width 4096 cover 0 to 4095 exactly. */
    @ParameterizedTest
    @CsvSource({
        "LINEAR, 2048, 4096, 0, 0",
        "LINEAR, 2048, 4096, 4095, 1",
        "LINEAR, 2048, 4096, 2047.5, 0.5",
        "LINEAR, 2048, 1, 2047, 0",
        "LINEAR, 2048, 1, 2048, 1",
        "LINEAR, 0, 100, -60, 0",
        "LINEAR_EXACT, 2048, 4096, 0, 0",
        "LINEAR_EXACT, 2048, 4096, 4096, 1",
        "LINEAR_EXACT, 127, 254, 63.5, 0.25",
        "SIGMOID, 100, 50, 100, 0.5",
        "SIGMOID, 100, 4, 101, 0.7310585786"
    })
    void windows(String function, String center, String width, double value, double brightness) {
        DataSetBuilder image = window(center, width).putText(Tag.VOI_LUT_FUNCTION, VR.CS, function);

        assertThat(voi(image).brightness(value)).isCloseTo(brightness, within(1e-9));
    }

    @Test
    void theFirstOfSeveralWindowsCounts() {
        DataSetBuilder image = DataSet.builder()
                .putText(Tag.WINDOW_CENTER, VR.DS, "50", "-600")
                .putText(Tag.WINDOW_WIDTH, VR.DS, "101", "1500");

        assertThat(voi(image).brightness(99.5)).isEqualTo(1);
    }

    @Test
    void aTableIsUsedWhereThereIsNoWindow() {
        DataSet item = DataSet.builder()
                .putIntegers(Tag.LUT_DESCRIPTOR, VR.US, 2, 0xFFFF, 8)
                .putBytes(Tag.LUT_DATA, VR.OW, bytes(0, 0xFF))
                .build();
        DataSetBuilder image = DataSet.builder()
                .putIntegers(Tag.PIXEL_REPRESENTATION, VR.US, 1)
                .putItems(Tag.VOI_LUT_SEQUENCE, item);

        assertThat(voi(image).brightness(-1)).isEqualTo(0);
        assertThat(voi(image).brightness(0)).isEqualTo(1);
    }

    @Test
    void aWindowOfNoWidthIsNone() {
        assertThat(VoiTransform.of(FrameGroups.of(window("40", "0").build(), 0)))
                .isEmpty();
    }

    @Test
    void theWindowOfAFrameStandsInItsFunctionalGroup() {
        DataSet group = DataSet.builder()
                .putItems(Tag.FRAME_VOI_LUT_SEQUENCE, window("10", "21").build())
                .build();
        DataSet image = DataSet.builder()
                .putItems(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, DataSet.EMPTY, group)
                .build();

        assertThat(VoiTransform.of(FrameGroups.of(image, 0))).isEmpty();
        assertThat(VoiTransform.of(FrameGroups.of(image, 1)).orElseThrow().brightness(19.5))
                .isEqualTo(1);
    }

    private static DataSetBuilder window(String center, String width) {
        return DataSet.builder().putText(Tag.WINDOW_CENTER, VR.DS, center).putText(Tag.WINDOW_WIDTH, VR.DS, width);
    }

    private static VoiTransform voi(DataSetBuilder image) {
        return VoiTransform.of(FrameGroups.of(image.build(), 0)).orElseThrow();
    }
}
