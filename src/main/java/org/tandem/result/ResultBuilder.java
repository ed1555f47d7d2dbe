package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandem.result.finding.Continuity;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.SegmentationIod;
import org.tandem.result.sr.MeasurementReport;
import org.tandem.result.sr.NotProcessedReport;

/** Builds the objects that say what a model found in a series. */
public final class ResultBuilder {

    private final ResultInput input;
    private final ResultPlan plan;
    private final ResultContext context;
    private final Findings findings;

    private ResultBuilder(ResultInput input, ResultPlan plan) {
        this.input = input;
        this.plan = plan;
        this.context = ResultContext.of(input.source().source(), input.model(), input.production())
                .replacing(input.history().predecessors());
        this.findings = new Continuity(input.history().findings())
                .keep(Findings.of(input.findings(), context.uids()::tracking));
    }

    /** What {@link ResultPlan#USUAL} names. */
    public static List<ResultObject> build(ResultInput input) {
        return build(input, ResultPlan.USUAL);
    }

    /**
     * The objects that the plan wants, as far as there is something for them to say: a segmentation where any segment
     * has a voxel, a report always. The same input at another time gives the same objects but for their content date
     * and time.
     *
     * @throws org.tandem.dicom.TandemException if a result would not match its source in patient, study, frame of
     *     reference or geometry
     */
    public static List<ResultObject> build(ResultInput input, ResultPlan plan) {
        List<ResultObject> objects = new ResultBuilder(input, plan).objects();
        ResultGate gate = new ResultGate(input.source());
        objects.forEach(gate::check);
        return objects;
    }

    /** The report that says so. */
    public static ResultObject notProcessed(NotProcessed series) {
        ResultContext context = ResultContext.of(series.source(), series.model(), series.production());
        ResultObject report = new NotProcessedReport(context, series.reason()).object();
        ResultGate.checkIdentity(report, series.source().header());
        new StandardGate(series.source().header()).check(report);
        return report;
    }

    private List<ResultObject> objects() {
        List<ResultObject> objects = new ArrayList<>();
        Optional<ResultObject> segmentation = segmentation();
        segmentation.ifPresent(objects::add);
        if (plan.wants(ResultKind.STRUCTURED_REPORT)) {
            objects.add(report(segmentation));
        }
        return List.copyOf(objects);
    }

    private ResultObject report(Optional<ResultObject> segmentation) {
        MeasurementReport.Subject subject = new MeasurementReport.Subject(
                input.source(), findings, input.model().intendedUse());
        return new MeasurementReport(context, subject, segmentation).object();
    }

    private Optional<ResultObject> segmentation() {
        return plan.wants(ResultKind.SEGMENTATION) && !findings.segmented().isEmpty()
                ? Optional.of(SegmentationIod.of(context, findings.segmented(), plan.segmentation()))
                : Optional.empty();
    }
}
