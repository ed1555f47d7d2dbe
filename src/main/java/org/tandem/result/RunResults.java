package org.tandem.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandem.dicom.Uid;
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
import org.tandem.result.seg.SegmentationOptions;
import org.tandem.result.sr.KeyObjects;
import org.tandem.result.sr.MeasurementReport;
import org.tandem.result.sr.ReportForm;
import org.tandem.series.SourceSeries;

/**
 * What one run said, in as many renditions as are asked for; an object that several hold is made, and checked, once.
 * For one thread.
 */
public final class RunResults {

    /** Reports refer to segmentations and maps, key objects to everything. */
    private static final List<ResultKind> ORDER = List.of(
            ResultKind.SEGMENTATION,
            ResultKind.PARAMETRIC_MAP,
            ResultKind.STRUCTURED_REPORT,
            ResultKind.PRESENTATION_STATE,
            ResultKind.SECONDARY_CAPTURE,
            ResultKind.ENCAPSULATED_PDF,
            ResultKind.KEY_OBJECT_SELECTION);

    private final ResultContext context;
    private final String intendedUse;
    private final List<Examined> examined;
    private final Map<Recipe, List<Made>> made = new HashMap<>();

    /** An object, and which volume or picture it is of; those of the run as a whole are of the first. */
    private record Made(Examined of, ResultObject object) {}

    /**
     * What an object follows from, beside the run.
     *
     * @param form of the report
     * @param before what it refers to
     */
    private record Recipe(
            ResultKind kind,
            SegmentationOptions segmentation,
            ReportForm form,
            List<Predecessor> replaced,
            List<Uid> before) {}

    private RunResults(List<ResultInput> inputs) {
        ResultInput first = inputs.get(0);
        SourceSeries series = SourceSeries.whole(
                inputs.stream().map(input -> input.source().source()).toList());
        this.context = ResultContext.of(series, first.model(), first.production());
        this.intendedUse = first.model().intendedUse();
        this.examined = examined(inputs);
    }

    /**
     * Of the volume, or of each picture of a series.
     *
     * @param inputs all by one model
     */
    public static RunResults of(List<ResultInput> inputs) {
        return new RunResults(inputs);
    }

    private List<Examined> examined(List<ResultInput> inputs) {
        List<Findings> findings =
                Findings.ofEach(inputs.stream().map(ResultInput::findings).toList(), context.uids()::tracking);
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> examined(inputs.get(i), findings.get(i), i + 1))
                .toList();
    }

    /** Only what lies in the patient can be found again at the same place. */
    private static Examined examined(ResultInput input, Findings findings, int number) {
        ResultContext own = ResultContext.of(input.source().source(), input.model(), input.production())
                .numbered(number);
        boolean inPatient = input.source().source().inPatient().isPresent();
        Continuity continuity = new Continuity(inPatient ? input.before() : List.of());
        return new Examined(own, input.source(), continuity.keep(findings));
    }

    /**
     * One rendition: the objects that the plan wants, as far as there is something for them to say.
     *
     * @param replaced earlier reports that the one in it replaces
     * @throws org.tandem.dicom.TandemException if a result would not match its source in patient, study, frame of
     *     reference or geometry
     */
    public List<ResultObject> as(ResultPlan plan, List<Predecessor> replaced) {
        List<Made> objects = new ArrayList<>();
        for (ResultKind kind : ORDER) {
            if (plan.wants(kind)) {
                objects.addAll(objects(recipe(kind, plan, replaced, objects), objects));
            }
        }
        return all(objects);
    }

    /** What an object does not follow from is as usual, so that others share it. */
    private static Recipe recipe(ResultKind kind, ResultPlan plan, List<Predecessor> replaced, List<Made> before) {
        boolean report = kind == ResultKind.STRUCTURED_REPORT;
        boolean refers = report || kind == ResultKind.ENCAPSULATED_PDF || kind == ResultKind.KEY_OBJECT_SELECTION;
        return new Recipe(
                kind,
                kind == ResultKind.SEGMENTATION ? plan.segmentation() : SegmentationOptions.USUAL,
                report ? plan.report() : ReportForm.COMPREHENSIVE_3D,
                report ? replaced : List.of(),
                refers ? all(before).stream().map(ResultObject::sopInstance).toList() : List.of());
    }

    private List<Made> objects(Recipe recipe, List<Made> before) {
        List<Made> known = made.get(recipe);
        if (known != null) {
            return known;
        }
        List<Made> objects = make(recipe, before);
        objects.forEach(one -> new ResultGate(one.of().input()).check(one.object()));
        made.put(recipe, objects);
        return objects;
    }

    /** @param before what was made of the rendition so far, for those that refer to it */
    private List<Made> make(Recipe recipe, List<Made> before) {
        return switch (recipe.kind()) {
            case SEGMENTATION -> ofEach(one -> segmentation(one, recipe.segmentation()));
            case STRUCTURED_REPORT ->
                List.of(ofAll(report(context.replacing(recipe.replaced()), recipe.form(), before)));
            case KEY_OBJECT_SELECTION -> before.isEmpty() ? List.of() : List.of(ofAll(keyObjects(before)));
            case PARAMETRIC_MAP ->
                ofEach(one ->
                        new ParametricMaps(one.context()).of(one.findings().maps()));
            case PRESENTATION_STATE -> ofEach(RunResults::presentationState);
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

    private static List<ResultObject> segmentation(Examined one, SegmentationOptions options) {
        List<Finding.Segmented> segments = one.findings().segmented();
        return segments.isEmpty() ? List.of() : List.of(SegmentationIod.of(one.context(), segments, options));
    }

    private ResultObject report(ResultContext of, ReportForm form, List<Made> before) {
        List<MeasurementReport.Subject> subjects = examined.stream()
                .map(one -> new MeasurementReport.Subject(one, of(one, before)))
                .toList();
        return new MeasurementReport(of, intendedUse, subjects).object(form);
    }

    private static List<ResultObject> presentationState(Examined one) {
        return one.findings().all().isEmpty() ? List.of() : List.of(new PresentationState(one).object());
    }

    /** The page repeats the report, whether or not, and in whatever form, that is sent itself. */
    private ResultObject page(List<Made> before) {
        List<FindingPicture> pictures = examined.stream()
                .flatMap(one -> FindingPictures.of(one.input(), one.findings()).stream())
                .limit(FindingPictures.MAX_PICTURES)
                .toList();
        List<Made> referred = before.stream()
                .filter(one -> one.object().kind() == ResultKind.SEGMENTATION
                        || one.object().kind() == ResultKind.PARAMETRIC_MAP)
                .toList();
        PageSubject subject = new PageSubject(
                report(context, ReportForm.COMPREHENSIVE_3D, referred).dataSet(),
                examined,
                pictures,
                FindingPictures.middle(examined.get(0).input()));
        return EncapsulatedPdfIod.of(context, subject);
    }

    private static List<ResultObject> of(Examined one, List<Made> before) {
        return before.stream()
                .filter(each -> each.of().equals(one))
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
