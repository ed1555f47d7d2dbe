package org.tandem.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;
import org.tandem.model.Manifest;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.ResultUids;
import org.tandem.series.Refusal;

final class StudyInputTest {

    private static final Manifest MANIFEST = FourSequences.manifest();

    @TempDir
    private static Path shared;

    private static final Map<Uid, List<Path>> HEAD = new HashMap<>();

    @TempDir
    private Path folder;

    private final List<List<Path>> study = new ArrayList<>();

    @BeforeAll
    static void head() {
        FourSequences.ALL.forEach(series -> HEAD.put(series, new FourSequences(shared).write(series)));
    }

    private FourSequences otherwise() {
        return new FourSequences(folder);
    }

    private List<String> reasons() {
        List<StudyInput> inputs = StudyInput.of(MANIFEST, study);
        assertThat(inputs).hasSize(1);
        return new ExamReader(MANIFEST)
                .read(inputs.get(0)).refusals().stream()
                        .map(refusal -> refusal.reason() + ": " + refusal.message())
                        .toList();
    }

    @Test
    void aModelOfSeveralSeriesIsAskedAboutItsMainOneAndReadsTheOthers() {
        FourSequences.ALL.forEach(series -> study.add(HEAD.get(series)));

        List<StudyInput> inputs = StudyInput.of(MANIFEST, study);

        assertThat(inputs).hasSize(1);
        assertThat(inputs.get(0).series()).isEqualTo(study.get(1));
        ExamReader.ReadExams read = new ExamReader(MANIFEST).read(inputs.get(0));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.parts()).singleElement().satisfies(part -> assertThat(
                        part.source().header().requireUid(Tag.SERIES_INSTANCE_UID))
                .isEqualTo(FourSequences.T1C));
        assertThat(read.exams().get(0).series()).containsOnlyKeys("FLAIR", "T1c", "T1", "T2");
        assertThat(read.exams().get(0).series().get("FLAIR").grid().size().z()).isEqualTo(15);
        assertThat(read.exams().get(0).volume())
                .isEqualTo(read.exams().get(0).series().get("T1c"));
    }

    @Test
    void aLateImageOfAnyChannelMakesOtherObjectsNotTheSameOnesWithOtherContent() {
        FourSequences.ALL.forEach(series -> study.add(HEAD.get(series)));
        Uid whole = run();
        assertThat(run()).isEqualTo(whole);

        List<Path> flair = HEAD.get(FourSequences.FLAIR);
        study.set(FourSequences.ALL.indexOf(FourSequences.FLAIR), flair.subList(0, flair.size() - 1));

        assertThat(run()).isNotEqualTo(whole);
    }

    private Uid run() {
        ExamReader.ReadExams read =
                new ExamReader(MANIFEST).read(StudyInput.of(MANIFEST, study).get(0));
        return ResultUids.of(read.parts().get(0).source(), ModelIdentity.of(MANIFEST))
                .run();
    }

    @Test
    void whatLacksIsNamed() {
        study.add(HEAD.get(FourSequences.T1C));
        study.add(HEAD.get(FourSequences.T1));

        assertThat(reasons())
                .containsExactly(
                        "MISSING_CHANNEL: Channel \"FLAIR\" of model four-sequences/1.0.0: got none of the study's"
                                + " series, expected one that its manifest matches",
                        "MISSING_CHANNEL: Channel \"T2\" of model four-sequences/1.0.0: got none of the study's"
                                + " series, expected one that its manifest matches");
    }

    @Test
    void aStudyWithoutTheMainSeriesIsAskedAboutOnceSoThatItCanBeRefused() {
        study.add(HEAD.get(FourSequences.T2));
        study.add(HEAD.get(FourSequences.FLAIR));

        assertThat(StudyInput.of(MANIFEST, study).get(0).series()).isEqualTo(study.get(1));
        assertThat(reasons()).hasSize(2).allMatch(reason -> reason.startsWith("MISSING_CHANNEL"));
    }

    @Test
    void aSeriesInAnotherFrameOfReferenceOrOfAnotherPatientIsNoChannel() {
        study.add(HEAD.get(FourSequences.T1C));
        study.add(HEAD.get(FourSequences.T1));
        study.add(otherwise()
                .write(FourSequences.T2, header -> header.putUid(Tag.FRAME_OF_REFERENCE_UID, new Uid("1.2.9.99"))));
        study.add(HEAD.get(FourSequences.FLAIR));

        assertThat(reasons()).singleElement().asString().contains("\"T2\"", "none in the same frame of reference, 1");

        study.set(2, otherwise().write(FourSequences.T2, header -> header.putText(Tag.PATIENT_ID, VR.LO, "SECRET-2")));
        List<Refusal> refusals = new ExamReader(MANIFEST)
                .read(new StudyInput(study.get(0), study.subList(1, 4)))
                .refusals();
        assertThat(refusals).singleElement().satisfies(refusal -> assertThat(refusal.message())
                .contains("\"T2\"")
                .doesNotContain("SECRET"));
    }

    @Test
    void ofTwoSeriesThatAreOneChannelNoneIsTaken() {
        FourSequences.ALL.forEach(series -> study.add(HEAD.get(series)));
        study.add(otherwise()
                .write(FourSequences.T1, header -> header.putUid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.9.5"))));

        assertThat(reasons())
                .singleElement()
                .asString()
                .startsWith("AMBIGUOUS_CHANNEL: Channel \"T1\"")
                .contains("2 series (1.2.9.3, 1.2.9.5)");
    }

    @Test
    void whatCannotBeStackedIsRefusedWithItsChannel() {
        FourSequences.ALL.forEach(series -> study.add(new ArrayList<>(HEAD.get(series))));
        study.get(3).remove(8);

        assertThat(reasons()).singleElement().asString().startsWith("SLICE_GAP: Channel \"T2\": ");
    }

    @Test
    void seriesOfNoChannelAreNothingToTheModel() {
        study.add(otherwise()
                .write(FourSequences.T1, header -> header.putText(Tag.SERIES_DESCRIPTION, VR.LO, "Localizer")));

        assertThat(StudyInput.of(MANIFEST, study)).isEmpty();
    }
}
