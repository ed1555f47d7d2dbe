package org.tandem.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandem.result.capture.FindingPicture;
import org.tandem.result.capture.FindingPictures;
import org.tandem.result.capture.SecondaryCaptureIod;
import org.tandem.result.finding.Continuity;
import org.tandem.result.finding.Examined;
import org.tandem.result.finding.Finding;
import org.tandem.result.finding.Findings;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.page.EncapsulatedPdfIod;
import org.tandem.result.page.PageSubject;
import org.tandem.result.pm.ParametricMaps;
import org.tandem.result.pr.PresentationState;
import org.tandem.result.seg.SegmentationIod;
import org.tandem.result.sr.KeyObjects;
import org.tandem.result.sr.MeasurementReport;
import org.tandem.result.sr.NotProcessedReport;
import org.tandem.series.SourceSeries;

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

    private final ResultPlan plan;
    private final ResultContext context;
    private final String intendedUse;
    private final List<Examined> examined;

    /** An object, and which volume or picture it is of; those of the run as a whole are of the first. */
    private record Made(Examined of, ResultObject object) {}

    private ResultBuilder(List<ResultInput> inputs, ResultPlan plan) {
        ResultInput first = inputs.get(0);
        SourceSeries series = SourceSeries.whole(
                inputs.stream().map(input -> input.source().source()).toList());
        this.plan = plan;
        this.context = ResultContext.of(series, first.model(), first.production())
                .replacing(first.history().predecessors());
        this.intendedUse = first.model().intendedUse();
        this.examined = examined(inputs);
    }

    private List<Examined> examined(List<ResultInput> inputs) {
        List<Findings> findings =
                Findings.ofEach(inputs.stream().map(ResultInput::findings).toList(), context.uids()::tracking);
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> examined(inputs.get(i), findings.get(i), i + 1))
                .toList();
    }

    /** Only what lies in the patient can be found again at the same place. */
    private Examined examined(ResultInput input, Findings findings, int number) {
        ResultContext own = ResultContext.of(input.source().source(), input.model(), input.production())
                .numbered(number);
        boolean inPatient = input.source().source().inPatient().isPresent();
        Continuity continuity = new Continuity(inPatient ? input.history().findings() : List.of());
        return new Examined(own, input.source(), continuity.keep(findings));
    }

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
        List<Made> objects = new ResultBuilder(inputs, plan).objects();
        objects.forEach(made -> new ResultGate(made.of().input()).check(made.object()));
        return objects.stream().map(Made::object).toList();
    }

    /** The report that says so, in place of earlier ones. */
    public static ResultObject notProcessed(NotProcessed series, List<Predecessor> replaced) {
        ResultContext context = ResultContext.of(series.source(), series.model(), series.production())
                .replacing(replaced);
        ResultObject report = new NotProcessedReport(context, series.reason()).object();
        ResultGate.checkIdentity(report, series.source().header());
        new StandardGate(series.source().header()).check(report);
        return report;
    }

    private List<Made> objects() {
        List<Made> objects = new ArrayList<>();
        for (ResultKind kind : ORDER) {
            if (plan.wants(kind)) {
                objects.addAll(objects(kind, objects));
            }
        }
        return List.copyOf(objects);
    }

    /** @param before what was made of the run so far, for those that refer to it */
    private List<Made> objects(ResultKind kind, List<Made> before) {
        return switch (kind) {
            case SEGMENTATION -> ofEach(this::segmentation);
            case STRUCTURED_REPORT -> List.of(ofAll(report(before)));
            case KEY_OBJECT_SELECTION -> before.isEmpty() ? List.of() : List.of(ofAll(keyObjects(before)));
            case PARAMETRIC_MAP ->
                ofEach(one ->
                        new ParametricMaps(one.context()).of(one.findings().maps()));
            case PRESENTATION_STATE -> ofEach(ResultBuilder::presentationState);
            case SECONDARY_CAPTURE ->
                ofEach(one -> SecondaryCaptureIod.of(one.context(), FindingPictures.of(one.input(), one.findings())));
            case ENCAPSULATED_PDF -> List.of(ofAll(page(before)));
        };
    }

    private List<Made> ofEach(Function<Examined, List<ResultObject>> maker) {
        return examined.stream()
                .flatMap(one -> maker.apply(one).stream().map(object -> new Made(one, object)))
                .toList();
    }

    private Made ofAll(ResultObject object) {
        return new Made(examined.get(0), object);
    }

    private List<ResultObject> segmentation(Examined one) {
        List<Finding.Segmented> segments = one.findings().segmented();
        return segments.isEmpty()
                ? List.of()
                : List.of(SegmentationIod.of(one.context(), segments, plan.segmentation()));
    }

    private ResultObject report(List<Made> before) {
        List<MeasurementReport.Subject> subjects = examined.stream()
                .map(one -> new MeasurementReport.Subject(one, of(one, before)))
                .toList();
        return new MeasurementReport(context, intendedUse, subjects).object();
    }

    private static List<ResultObject> presentationState(Examined one) {
        return one.findings().all().isEmpty() ? List.of() : List.of(new PresentationState(one).object());
    }

    /** The page repeats the report, whether or not that is sent itself. */
    private ResultObject page(List<Made> before) {
        List<FindingPicture> pictures = examined.stream()
                .flatMap(one -> FindingPictures.of(one.input(), one.findings()).stream())
                .limit(FindingPictures.MAX_PICTURES)
                .toList();
        List<Made> referred = before.stream()
                .filter(made -> made.object().kind() == ResultKind.SEGMENTATION
                        || made.object().kind() == ResultKind.PARAMETRIC_MAP)
                .toList();
        PageSubject subject = new PageSubject(
                report(referred).dataSet(),
                Examined.findings(examined),
                pictures,
                FindingPictures.middle(examined.get(0).input()));
        return EncapsulatedPdfIod.of(context, subject);
    }

    private static List<ResultObject> of(Examined one, List<Made> before) {
        return before.stream()
                .filter(made -> made.of().equals(one))
                .map(Made::object)
                .toList();
    }

    private ResultObject keyObjects(List<Made> before) {
        return new KeyObjects(context, examined, all(before)).object();
    }

    private static List<ResultObject> all(List<Made> made) {
        return made.stream().map(Made::object).toList();
    }
}
