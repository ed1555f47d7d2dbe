package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import org.tandem.result.finding.Continuity;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.pm.ParametricMaps;
import org.tandem.result.seg.SegmentationIod;
import org.tandem.result.sr.KeyObjects;
import org.tandem.result.sr.MeasurementReport;
import org.tandem.result.sr.NotProcessedReport;

/** Builds the objects that say what a model found in a series. */
public final class ResultBuilder {

    /** Reports refer to segmentations and maps, key objects to everything. */
    private static final List<ResultKind> ORDER = List.of(
            ResultKind.SEGMENTATION,
            ResultKind.PARAMETRIC_MAP,
            ResultKind.STRUCTURED_REPORT,
            ResultKind.PRESENTATION_STATE,
            ResultKind.SECONDARY_CAPTURE,
            ResultKind.ENCAPSULATED_PDF,
            ResultKind.KEY_OBJECT_SELECTION);

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
        for (ResultKind kind : ORDER) {
            if (plan.wants(kind)) {
                objects.addAll(objects(kind, objects));
            }
        }
        return List.copyOf(objects);
    }

    /** @param before what was made of the run so far, for those that refer to it */
    private List<ResultObject> objects(ResultKind kind, List<ResultObject> before) {
        return switch (kind) {
            case SEGMENTATION -> segmentation();
            case STRUCTURED_REPORT -> List.of(report(before));
            case KEY_OBJECT_SELECTION -> keyObjects(before);
            case PARAMETRIC_MAP -> new ParametricMaps(context).of(findings.maps());
            case PRESENTATION_STATE, SECONDARY_CAPTURE, ENCAPSULATED_PDF -> List.of();
        };
    }

    private List<ResultObject> segmentation() {
        return findings.segmented().isEmpty()
                ? List.of()
                : List.of(SegmentationIod.of(context, findings.segmented(), plan.segmentation()));
    }

    private ResultObject report(List<ResultObject> before) {
        MeasurementReport.Subject subject = new MeasurementReport.Subject(
                input.source(), findings, input.model().intendedUse());
        return new MeasurementReport(context, subject, before).object();
    }

    private List<ResultObject> keyObjects(List<ResultObject> before) {
        KeyObjects.Images shown =
                new KeyObjects.Images(findings, input.source().volume().grid());
        return before.isEmpty() ? List.of() : List.of(new KeyObjects(context, shown, before).object());
    }
}
