package org.tandem.result.sr;

import static org.tandem.result.sr.Related.contains;

import java.util.ArrayList;
import java.util.List;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Algorithm;
import org.tandem.result.iod.Concepts;
import org.tandem.result.iod.PlainText;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.ContentItem.CodeItem;
import org.tandem.result.sr.ContentItem.Container;
import org.tandem.result.sr.ContentItem.TextItem;

/**
 * Measurement Report (PS3.16 TID 1500) of a series that a model was to read and did not, so that silence is never read
 * as negative.
 *
 * @param reason in a sentence, without the identity of a patient
 */
public record NotProcessedReport(ResultContext context, String reason) {

    /** Another reason, another form, or another document that it replaces, is another document. */
    public ResultObject object(ReportForm form) {
        DocumentName name = DocumentName.of(context, form).and("not processed: " + reason);
        return new ReportIod(context, form, List.of()).object(name.uid(), root());
    }

    private Container root() {
        List<Related> children = new ArrayList<>(new ReportOpening(context, List.of(context)).rows());
        children.add(contains(Container.of(
                Concepts.QUALITATIVE_EVALUATIONS,
                List.of(
                        contains(new CodeItem(Concepts.PROCESSING_SUMMARY, Concepts.NONE_SUCCEEDED)),
                        contains(new TextItem(Concepts.COMMENT, sentence()))))));
        return new Container(Concepts.IMAGING_MEASUREMENT_REPORT, "1500", children);
    }

    private String sentence() {
        Algorithm algorithm = context.algorithm();
        return PlainText.of("NOT PROCESSED by " + algorithm.title() + " " + algorithm.version() + ": series "
                + context.header().string(Tag.SERIES_NUMBER).orElse("without number") + ", "
                + context.source().slices().size() + " images. Reason: "
                + reason.strip().replaceAll("\\.$", "")
                + ". This is no negative finding: nothing was looked for.");
    }
}
