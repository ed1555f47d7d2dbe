package org.tandem.work;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.history.Chapter;
import org.tandem.history.History;
import org.tandem.history.Run;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.RunResults;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.Encoding;
import org.tandem.result.sr.ReportForm;
import org.tandem.series.SourceSeries;

/**
 * Makes a result for all destinations of a job, each object once, whoever gets it. A destination that may not take the
 * segmentation, or the report, as it is gets further renditions, which hold on their own: a report names only what goes
 * with it, and replaces only what was sent there before.
 */
record Packing(JobOrder.RouteTaken route, Destinations destinations, History history) implements ResultMaker {

    @Override
    public Packed make(List<ResultInput> said) {
        SourceSeries series = SourceSeries.whole(
                said.stream().map(input -> input.source().source()).toList());
        Chapter chapter = history.chapter(Run.of(series, said.get(0).model()), route.destinations());
        RunResults results = RunResults.of(
                said.stream().map(input -> input.after(chapter.findings())).toList());
        Map<Uid, ResultObject> objects = new LinkedHashMap<>();
        List<Parcel> parcels = new ArrayList<>();
        for (String destination : route.destinations()) {
            List<List<Uid>> renditions = new ArrayList<>();
            for (List<ResultObject> rendition : renditions(destination, results, chapter)) {
                rendition.forEach(object -> objects.putIfAbsent(object.sopInstance(), object));
                renditions.add(rendition.stream().map(ResultObject::sopInstance).toList());
            }
            parcels.add(new Parcel(destination, renditions));
        }
        return new Packed(List.copyOf(objects.values()), parcels, Optional.of(chapter));
    }

    /** Until there is no segmentation in it any more that others could stand for. */
    private List<List<ResultObject>> renditions(String destination, RunResults results, Chapter chapter) {
        List<List<ResultObject>> renditions = new ArrayList<>();
        for (ResultPlan plan : plans(destination)) {
            List<List<ResultObject>> forms = forms(destination, plan).stream()
                    .map(form -> results.as(plan.reportedAs(form), chapter.replacedAt(destination)))
                    .toList();
            renditions.addAll(forms);
            if (forms.get(0).stream().noneMatch(object -> object.kind() == ResultKind.SEGMENTATION)) {
                break;
            }
        }
        return renditions;
    }

    private List<ReportForm> forms(String destination, ResultPlan plan) {
        return plan.wants(ResultKind.STRUCTURED_REPORT)
                ? destinations.reportForms(destination)
                : List.of(ReportForm.COMPREHENSIVE_3D);
    }

    /** The best first; a segmentation that is refused or too large is followed by a label map, then by pictures. */
    private List<ResultPlan> plans(String destination) {
        DestinationTerms terms = destinations.terms(destination);
        ResultPlan wanted = route.wishes().changeFor(destination).applyTo(terms.plan());
        List<ResultPlan> plans = new ArrayList<>(List.of(wanted));
        boolean limited = terms.segmentationLimitBytes().isPresent();
        if (limited && wanted.segmentation().encoding() != Encoding.LABEL_MAP) {
            plans.add(wanted.encodedAs(Encoding.LABEL_MAP));
        }
        if (limited || !destinations.isKnownToTake(destination, sopClass(wanted))) {
            plans.add(wanted.withoutSegmentation());
        }
        return plans;
    }

    private static Uid sopClass(ResultPlan plan) {
        return plan.segmentation().encoding() == Encoding.LABEL_MAP
                ? SopClasses.LABEL_MAP_SEGMENTATION_STORAGE
                : SopClasses.SEGMENTATION_STORAGE;
    }
}
