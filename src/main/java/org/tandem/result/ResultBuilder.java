package org.tandem.result;

import java.util.List;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.sr.NotProcessedReport;
import org.tandem.result.sr.ReportForm;

/** Builds the objects that say what a model found in a series, in one rendition. */
public final class ResultBuilder {

    private ResultBuilder() {}

    /** What {@link ResultPlan#USUAL} names. */
    public static List<ResultObject> build(ResultInput input) {
        return build(input, ResultPlan.USUAL);
    }

    /** Of one volume, or one picture that is a series by itself. */
    public static List<ResultObject> build(ResultInput input, ResultPlan plan) {
        return build(List.of(input), plan);
    }

    /**
     * The objects that the plan wants, as far as there is something for them to say: a segmentation where any segment
     * has a voxel, a report always. The same input at another time gives the same objects but for their content date
     * and time.
     *
     * @param inputs the volume, or each picture of a series, all by one model: a segmentation each, one report for all
     * @throws org.tandem.dicom.TandemException if a result would not match its source in patient, study, frame of
     *     reference or geometry
     */
    public static List<ResultObject> build(List<ResultInput> inputs, ResultPlan plan) {
        return RunResults.of(inputs).as(plan, List.of());
    }

    /** The report that says so, in place of earlier ones. */
    public static ResultObject notProcessed(NotProcessed series, ReportForm form, List<Predecessor> replaced) {
        ResultContext context = ResultContext.of(series.source(), series.model(), series.production())
                .replacing(replaced);
        ResultObject report = new NotProcessedReport(context, series.reason()).object(form);
        ResultGate.checkIdentity(report, series.source().header());
        new StandardGate(series.source().header()).check(report);
        return report;
    }
}
