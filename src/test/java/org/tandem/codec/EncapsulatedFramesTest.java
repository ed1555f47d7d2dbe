package org.tandem.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandem.codec.SmallImage.bytes;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Value;

final class EncapsulatedFramesTest {

    @Test
    void theTableTellsWhereEachItemBeginsAndOddFramesArePadded() throws Exception {
        Value.Fragments pixels = EncapsulatedFrames.of(List.of(bytes(1, 2, 3), bytes(4, 5), bytes(6, 7)));

        assertThat(pixels.offsetTableAndFragments()).hasSize(4);
        assertThat(((Value.Bytes) pixels.offsetTableAndFragments().get(0)).bytes())
                .containsExactly(0, 0, 0, 0, 12, 0, 0, 0, 22, 0, 0, 0);
        assertThat(FrameFragments.of(pixels, 3).bytes(0)).containsExactly(1, 2, 3, 0);
        assertThat(FrameFragments.of(pixels, 3).bytes(2)).containsExactly(6, 7);
    }
}
