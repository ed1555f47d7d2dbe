package org.tandem.result.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.result.Phantom;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.finding.OutputFindings;
import org.tandem.result.finding.Remarks;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.seg.SegmentationOptions;

final class EncapsulatedPdfIodTest {

    @Test
    void onePageSaysWhatTheReportSays() throws Exception {
        DataSet object = page(Phantom.input(Phantom.ct()));

        try (PDDocument document = Loader.loadPDF(pdf(object))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
            assertThat(new PDFTextStripper().getText(document))
                    .contains("AI result, not for primary diagnosis")
                    .contains("Lungs and nodules in CT")
                    .contains("Model: demo-net 1.0.0")
                    .contains("Intended use: research")
                    .contains("Looked at: CT series 2, 3 slices of 5 × 5 pixels, study of 2026-01-02")
                    .contains("Made: 2026-01-02 10:30 +09:00")
                    .contains("Volume: 68.6 mm3")
                    .contains("Volume: 8.4 mm3")
                    .doesNotContain("Phantom", "PHANTOM1");
        }
        assertThat(object.string(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT)).contains("application/pdf");
        assertThat(object.items(Tag.SOURCE_INSTANCE_SEQUENCE)).hasSize(3);
    }

    @Test
    void nothingFoundIsSaidAndWhatWasLookedAtIsShown() throws Exception {
        DataSet object = page(Phantom.input(Phantom.ct(), Phantom.NOTHING, Phantom.NOTHING));

        try (PDDocument document = Loader.loadPDF(pdf(object))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("Lung absent")
                    .contains("Nodule absent")
                    .contains("What was looked at");
        }
    }

    @Test
    void whatTheReportRemarksStandsBeforeTheFindings() throws Exception {
        String unlike = "mean of the input: got 0.1890, expected 0.3164 to 0.8986, so that its answers are not to be"
                + " relied upon";
        ResultInput input = Phantom.input(Phantom.ct());
        List<OutputFindings> findings = new ArrayList<>(input.findings());
        findings.add(new Remarks(List.of(unlike, "2", "3", "4", "5", "6", "the seventh")));
        DataSet object = page(new ResultInput(input.source(), input.model(), findings, input.production()));

        try (PDDocument document = Loader.loadPDF(pdf(object))) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("… and 1 more remarks: see the structured report")
                    .containsSubsequence("Looked at:", unlike, "Operating point", "Volume: 68.6 mm3")
                    .doesNotContain("the seventh");
        }
    }

    @Test
    void aTitleInLettersThatTheFontLacksGivesWayToTheName() throws Exception {
        ResultInput input = Phantom.input(Phantom.ct());
        ModelIdentity model = new ModelIdentity("demo-net", "1.0.0", "肺結節検出", "research");
        DataSet object = page(new ResultInput(input.source(), model, input.findings(), input.production()));

        try (PDDocument document = Loader.loadPDF(pdf(object))) {
            assertThat(new PDFTextStripper().getText(document).lines().skip(1).findFirst())
                    .contains("demo-net");
        }
    }

    @Test
    void theSameInputMakesTheSamePageForWhateverPatient() {
        DataSet one = page(Phantom.input(Phantom.ct()));
        DataSet other = page(Phantom.input(
                Phantom.ct(header -> Phantom.withJapaneseName(header).putText(Tag.PATIENT_ID, VR.LO, "OTHER"))));

        assertThat(pdf(other)).isEqualTo(pdf(one));
    }

    private static DataSet page(ResultInput input) {
        ResultPlan plan = new ResultPlan(EnumSet.of(ResultKind.ENCAPSULATED_PDF), SegmentationOptions.USUAL);
        return ResultBuilder.build(input, plan).get(0).dataSet();
    }

    private static byte[] pdf(DataSet object) {
        int length = object.requireInteger(Tag.ENCAPSULATED_DOCUMENT_LENGTH);
        return Arrays.copyOf(object.bytes(Tag.ENCAPSULATED_DOCUMENT), length);
    }
}
