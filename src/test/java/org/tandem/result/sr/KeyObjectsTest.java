package org.tandem.result.sr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.Golden;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;

class KeyObjectsTest {

    private static final Set<ResultKind> ROOTED =
            EnumSet.of(ResultKind.SEGMENTATION, ResultKind.STRUCTURED_REPORT, ResultKind.KEY_OBJECT_SELECTION);

    @Test
    void theKeyObjectsOfThePhantomAreThoseThatWereRead() throws IOException {
        Golden.compare(keyObjects(Phantom.input(Phantom.ct()), ROOTED), "key-objects-ct.txt");
    }

    @Test
    void framesOfAMultiFrameImageAreNamed() {
        DataSet selection = keyObjects(Phantom.input(Phantom.enhancedMr()), ROOTED);
        DataSet image = selection.items(Tag.CONTENT_SEQUENCE).stream()
                .filter(item -> item.requireString(Tag.VALUE_TYPE).equals("IMAGE"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .items(Tag.REFERENCED_SOP_SEQUENCE)
                .get(0);
        // the lung is largest in slice 0, which is frame 4, the nodule in slice 1, which is frame 1
        assertThat(image.integers(Tag.REFERENCED_FRAME_NUMBER)).containsExactly(1, 4);
    }

    @Test
    void whereNothingWasFoundTheReportIsNamedAndNoImage() {
        DataSet selection = keyObjects(Phantom.input(Phantom.ct(), Phantom.NOTHING, Phantom.NOTHING), ROOTED);
        assertThat(selection.items(Tag.CONTENT_SEQUENCE))
                .extracting(item -> item.requireString(Tag.VALUE_TYPE))
                .doesNotContain("IMAGE")
                .contains("COMPOSITE");
    }

    @Test
    void anotherSetOfResultsIsAnotherSelectionAndTheSameSetTheSame() {
        ResultInput input = Phantom.input(Phantom.ct());
        Uid rooted = keyObjects(input, ROOTED).requireUid(Tag.SOP_INSTANCE_UID);
        Uid again = keyObjects(input, ROOTED).requireUid(Tag.SOP_INSTANCE_UID);
        Uid fewer = keyObjects(input, EnumSet.of(ResultKind.STRUCTURED_REPORT, ResultKind.KEY_OBJECT_SELECTION))
                .requireUid(Tag.SOP_INSTANCE_UID);
        assertThat(again).isEqualTo(rooted);
        assertThat(fewer).isNotEqualTo(rooted);
    }

    private static DataSet keyObjects(ResultInput input, Set<ResultKind> kinds) {
        List<ResultObject> results = ResultBuilder.build(input, ResultPlan.of(kinds));
        ResultObject last = results.get(results.size() - 1);
        assertThat(last.kind()).isEqualTo(ResultKind.KEY_OBJECT_SELECTION);
        return last.dataSet();
    }
}
