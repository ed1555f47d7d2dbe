package org.tandem.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.Code;
import org.tandem.evaluate.data.Truth;
import org.tandem.inference.prediction.PredictedPlace;
import org.tandem.model.Meaning;
import org.tandem.volume.Shape;
import org.tandem.volume.Size;
import org.tandem.volume.Vector3;

/** Which cases of a detector are shown as the worst, and which slice of them. */
final class WorstMarksTest {

    private static final Size CHEST = new Size(64, 64, 20);
    private static final Meaning NODULE = Meaning.of(
            "Nodule",
            new Code("49755003", "SCT", "Morphologically Altered Structure"),
            new Code("27925004", "SCT", "Nodule"));

    @Test
    void aMissedNoduleIsWorseThanAnUnsureOneAndASureWrongMarkWorseThanAWeakOne() {
        CaseRecord missed = record("missed", 1, new CaseRecord.OfMark(0.3, -1));
        CaseRecord unsure = record("unsure", 1, new CaseRecord.OfMark(0.6, 0));
        CaseRecord wrong = record("wrong", 0, new CaseRecord.OfMark(0.9, -1));
        CaseRecord right = record("right", 1, new CaseRecord.OfMark(0.98, 0), new CaseRecord.OfMark(0.1, -1));

        assertThat(WorstCases.of(List.of(right, unsure, wrong, missed), 3))
                .extracting(CaseRecord::id)
                .containsExactly("missed", "wrong", "unsure");
        assertThat(WorstCases.caption(missed))
                .isEqualTo("missed — Nodule: 0 of 1 found from 0.500 on, the strongest wrong mark 0.300");
    }

    @Test
    void thePictureIsOfTheSliceWhereAPlaceWasMissedOrAWrongMarkIsSurest() {
        Truth.Places truth = new Truth.Places(List.of(place(5), place(12)), Set.of("Nodule"));
        PairedPlaces missed = new PairedPlaces("Nodule", List.of(mark(5, 0.9), mark(17, 0.4)), truth, 0.5);
        PairedPlaces wrong =
                new PairedPlaces("Nodule", List.of(mark(5, 0.9), mark(12, 0.8), mark(17, 0.7)), truth, 0.5);

        assertThat(Compared.worstSlice(CHEST, List.of(new Compared.Places(missed))))
                .isEqualTo(12);
        assertThat(Compared.worstSlice(CHEST, List.of(new Compared.Places(wrong))))
                .isEqualTo(17);
        assertThat(Compared.worstSlice(CHEST, List.of())).isEqualTo(10);
    }

    private static CaseRecord record(String id, int places, CaseRecord.OfMark... marks) {
        CaseRecord.OfPlaces answer = new CaseRecord.OfPlaces("Nodule", List.of(marks), places, 0.5);
        return new CaseRecord(
                id, Map.of(), new CaseRecord.Answers(List.of(), List.of(), List.of(), List.of(answer)), "");
    }

    private static Truth.Place place(int z) {
        return new Truth.Place("Nodule", new Vector3(20, 20, z - 1), new Vector3(28, 28, z + 1));
    }

    private static PredictedPlace mark(int z, double probability) {
        return new PredictedPlace(
                NODULE, new Shape.Box(new Vector3(20, 20, z - 1), new Vector3(28, 28, z + 1)), probability);
    }
}
