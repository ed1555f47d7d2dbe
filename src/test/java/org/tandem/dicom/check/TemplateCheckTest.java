package org.tandem.dicom.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A measurement report with each kind of group, in which nothing is wrong; then one row at a time. */
final class TemplateCheckTest {

    private static final String COMPREHENSIVE_3D = "1.2.840.10008.5.1.4.1.1.88.34";
    private static final String KEY_OBJECT_SELECTION = "1.2.840.10008.5.1.4.1.1.88.59";

    /** A line that ends with "!" stands for a row that has to be there. */
    private static final List<String> REPORT =
            """
            CONTAINER DCM:126000 Imaging Measurement Report = 1500
              HAS CONCEPT MOD CODE DCM:121049 Language = RFC5646:en-US English!
                HAS CONCEPT MOD CODE DCM:121046 Country of Language = ISO3166_1:US United States
              HAS OBS CONTEXT CODE DCM:121005 Observer Type = DCM:121007 Device!
              HAS OBS CONTEXT UIDREF DCM:121012 Device Observer UID = 1.2.3!
              HAS OBS CONTEXT TEXT DCM:121013 Device Observer Name = Tandem
              HAS CONCEPT MOD CODE DCM:121058 Procedure reported = LN:25045-6 CT!
              CONTAINS CONTAINER DCM:111028 Image Library!
                CONTAINS CONTAINER DCM:126200 Image Library Group!
                  HAS ACQ CONTEXT CODE DCM:121139 Modality = DCM:CT CT
                  CONTAINS IMAGE -!
              CONTAINS CONTAINER DCM:126010 Imaging Measurements!
                CONTAINS CONTAINER DCM:125007 Measurement Group = 1411
                  HAS OBS CONTEXT TEXT DCM:112039 Tracking Identifier = Nodule 1!
                  HAS OBS CONTEXT UIDREF DCM:112040 Tracking Unique Identifier = 1.2.3.1!
                  CONTAINS CODE DCM:121071 Finding = SCT:27925004 Nodule
                  HAS CONCEPT MOD TEXT DCM:111001 Algorithm Name = Net!
                  HAS CONCEPT MOD TEXT DCM:111003 Algorithm Version = 1!
                  HAS CONCEPT MOD CODE SCT:363698007 Finding Site = SCT:39607008 Lung
                    HAS CONCEPT MOD CODE SCT:272741003 Laterality = SCT:24028007 Right
                  CONTAINS IMAGE DCM:121191 Referenced Segment!
                  CONTAINS UIDREF DCM:121232 Source series for segmentation = 1.2.4!
                  CONTAINS NUM SCT:118565006 Volume = 8.4 mm3
                    HAS CONCEPT MOD CODE SCT:370129005 Measurement Method = DCM:126030 Sum
                CONTAINS CONTAINER DCM:125007 Measurement Group = 1410
                  HAS OBS CONTEXT TEXT DCM:112039 Tracking Identifier = Nodule 2!
                  HAS OBS CONTEXT UIDREF DCM:112040 Tracking Unique Identifier = 1.2.3.2!
                  CONTAINS SCOORD DCM:111030 Image Region!
                    SELECTED FROM IMAGE -
                  CONTAINS NUM SCT:42798000 Area = 5 mm2
                    HAS CONCEPT MOD CODE DCM:121401 Derivation = SCT:373098007 Mean
                CONTAINS CONTAINER DCM:125007 Measurement Group
                  HAS OBS CONTEXT TEXT DCM:112039 Tracking Identifier = Pneumothorax!
                  HAS OBS CONTEXT UIDREF DCM:112040 Tracking Unique Identifier = 1.2.3.3!
                  CONTAINS NUM DCM:122157 Probability = 91 %
                  CONTAINS CODE DCM:121052 Presence of property = SCT:52101004 Present
                  CONTAINS IMAGE DCM:121112 Source of Measurement
            """
                    .lines()
                    .toList();

    private static final List<String> KEY_OBJECTS =
            """
            CONTAINER DCM:113000 Of Interest = 2010
              HAS OBS CONTEXT CODE DCM:121005 Observer Type = DCM:121007 Device!
              HAS OBS CONTEXT UIDREF DCM:121012 Device Observer UID = 1.2.3!
              CONTAINS TEXT DCM:113012 Key Object Description = Results
              CONTAINS IMAGE -!
            """
                    .lines()
                    .toList();

    private static List<String> errors(String sopClass, List<String> lines) {
        List<String> plain = lines.stream().map(line -> line.replace("!", "")).toList();
        CheckNotes notes = new CheckNotes();
        TemplateCheck.check(SrText.of(sopClass, plain), notes);
        TrackingCheck.check(SrText.of(sopClass, plain), notes);
        return notes.report().errors().stream().map(CheckFinding::toString).toList();
    }

    private static List<String> changed(String from, String to) {
        assertThat(REPORT).anyMatch(line -> line.contains(from));
        return REPORT.stream().map(line -> line.replace(from, to)).toList();
    }

    @Test
    void aReportAndAKeyObjectSelectionThatFollowTheirTemplatesHaveNoError() {
        assertThat(errors(COMPREHENSIVE_3D, REPORT)).isEmpty();
        assertThat(errors(KEY_OBJECT_SELECTION, KEY_OBJECTS)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> withoutAMandatoryRowThereIsAnErrorAndWithoutAnotherThereIsNone() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 1; i < REPORT.size(); i++) {
            int index = i;
            String line = REPORT.get(i).strip();
            boolean mandatory = line.endsWith("!");
            tests.add(DynamicTest.dynamicTest(
                    line, () -> assertThat(errors(COMPREHENSIVE_3D, SrText.without(REPORT, index))
                                    .isEmpty())
                            .isEqualTo(!mandatory)));
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> aNamedRowOfAnotherRelationshipOrValueTypeIsAnError() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : REPORT.subList(1, REPORT.size())) {
            boolean any = line.contains(" - ")
                    || line.contains("IMAGE -")
                    || line.contains(" NUM ")
                    || line.contains("121052");
            if (!any) {
                String turned = line.replaceFirst("(?<= )(CONTAINS|HAS \\w+ \\w+|SELECTED FROM)", "INFERRED FROM");
                String typed = line.replaceFirst(" (CONTAINER|TEXT|CODE|UIDREF|IMAGE|SCOORD) ", " PNAME ")
                        .replaceFirst(" = .*", "");
                tests.add(DynamicTest.dynamicTest(
                        turned.strip(), () -> assertThat(errors(COMPREHENSIVE_3D, changed(line, turned)))
                                .isNotEmpty()));
                tests.add(DynamicTest.dynamicTest(
                        typed.strip(), () -> assertThat(errors(COMPREHENSIVE_3D, changed(line, typed)))
                                .isNotEmpty()));
            }
        }
        return tests;
    }

    @Test
    void aFindingNamesItsPlaceInWordsAndItsRow() {
        assertThat(errors(
                        COMPREHENSIVE_3D,
                        changed(
                                "HAS OBS CONTEXT TEXT DCM:112039 Tracking Identifier = Nodule 2",
                                "CONTAINS TEXT DCM:112039 Tracking Identifier = Nodule 2")))
                .containsExactly(
                        "error:   Imaging Measurements > Measurement Group 2 > Tracking Identifier: got the relationship"
                                + " CONTAINS, expected HAS OBS CONTEXT [PS3.16 2024e TID 1410, 1411, 1501 row 2]");
        assertThat(errors(COMPREHENSIVE_3D, SrText.without(REPORT, REPORT.size() - 4)))
                .containsExactly("error:   Imaging Measurements > Measurement Group 3: no Tracking Unique Identifier"
                        + " [PS3.16 2024e TID 1410, 1411, 1501 row 3]");
        assertThat(errors(COMPREHENSIVE_3D, changed(" = 8.4 mm3", "")))
                .containsExactly(
                        "error:   Imaging Measurements > Measurement Group 1 > Volume: no value and no qualifier that says"
                                + " why [PS3.3 C.18.1]");
    }

    @Test
    void twoOfWhatMayStandOnceAndOneTrackingUidOfTwoFindingsAreErrors() {
        String unique = "      HAS OBS CONTEXT UIDREF DCM:112040 Tracking Unique Identifier = 1.2.3.1!";
        assertThat(errors(
                        COMPREHENSIVE_3D,
                        changed(unique, unique).stream()
                                .flatMap(line ->
                                        line.equals(unique) ? List.of(line, line).stream() : List.of(line).stream())
                                .toList()))
                .containsExactly(
                        "error:   Imaging Measurements > Measurement Group 1: Tracking Unique Identifier stands 2 times,"
                                + " expected 1 at most [PS3.16 2024e TID 1410, 1411, 1501 row 3]");
        assertThat(errors(COMPREHENSIVE_3D, changed("1.2.3.2", "1.2.3.1")))
                .singleElement()
                .asString()
                .contains("got 1.2.3.1, which another group has that is another finding");
    }

    @Test
    void aRegionStandsOnceInAPlanarGroupWhateverItsForm() {
        List<String> both = new ArrayList<>(REPORT);
        both.add(
                REPORT.indexOf("      CONTAINS NUM SCT:42798000 Area = 5 mm2"),
                "      CONTAINS IMAGE DCM:121214 Referenced Segmentation Frame");
        assertThat(errors(COMPREHENSIVE_3D, both))
                .containsExactly(
                        "error:   Imaging Measurements > Measurement Group 2: Image Region, Referenced Segmentation Frame"
                                + " together, expected one of them [PS3.16 2024e TID 1410]");
    }

    @Test
    void onlyExtensibleTemplatesMayHaveMore() {
        List<String> more = new ArrayList<>(REPORT);
        more.add("  CONTAINS TEXT DCM:121106 Comment = More");
        assertThat(errors(COMPREHENSIVE_3D, more)).isEmpty();
        List<String> selection = new ArrayList<>(KEY_OBJECTS);
        selection.add("  CONTAINS TEXT DCM:121106 Comment = More");
        assertThat(errors(KEY_OBJECT_SELECTION, selection))
                .containsExactly(
                        "error:   Comment: is not of this template, which may not be extended [PS3.16 2024e TID 2010 row 1]");
        assertThat(errors(KEY_OBJECT_SELECTION, KEY_OBJECTS.subList(0, 4)))
                .containsExactly(
                        "error:   Of Interest: none of IMAGE, WAVEFORM, COMPOSITE [PS3.16 2024e TID 2010 row 7]");
    }
}
