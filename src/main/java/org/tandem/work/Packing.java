package org.tandem.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandem.dicom.SopClasses;
import org.tandem.dicom.Uid;
import org.tandem.history.Chapter;
import org.tandem.history.History;
import org.tandem.history.Run;
import org.tandem.result.ResultBuilder;
import org.tandem.result.ResultInput;
import org.tandem.result.ResultPlan;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.seg.Encoding;
import org.tandem.series.SourceSeries;

/**
 * Makes a result for all destinations of a job, each object once, whoever gets it. A destination that may not take the
 * segmentation as it is gets further renditions, which hold on their own: a report names only what goes with it.
 */
record Packing(JobOrder.RouteTaken route, Destinations destinations, History history) implements ResultMaker {

    @Override
    public Packed make(List<ResultInput> said) {
        SourceSeries series = SourceSeries.whole(
                said.stream().map(input -> input.source().source()).toList());
        Chapter chapter = history.chapter(Run.of(series, said.get(0).model()));
        List<ResultInput> inputs =
                said.stream().map(input -> input.after(chapter.before())).toList();
        Map<ResultPlan, List<ResultObject>> built = new HashMap<>();
        Map<Uid, ResultObject> objects = new LinkedHashMap<>();
        List<Parcel> parcels = new ArrayList<>();
        for (String destination : route.destinations()) {
            List<List<Uid>> renditions = new ArrayList<>();
            for (ResultPlan plan : plans(destination)) {
                List<ResultObject> rendition = built.computeIfAbsent(plan, p -> ResultBuilder.build(inputs, p));
                rendition.forEach(object -> objects.putIfAbsent(object.sopInstance(), object));
                renditions.add(rendition.stream().map(ResultObject::sopInstance).toList());
                if (rendition.stream().noneMatch(object -> object.kind() == ResultKind.SEGMENTATION)) {
                    break; // nothing in it that others could stand for
                }
            }
            parcels.add(new Parcel(destination, renditions));
        }
        return new Packed(List.copyOf(objects.values()), parcels, Optional.of(chapter));
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
