package org.tandem.result.sr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.result.iod.ImageReference;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultObject;
import org.tandem.result.iod.SourceReferences;

/**
 * Current Requested Procedure Evidence (PS3.3 Table C.17-3): every instance that a document speaks of, by series. All
 * lie in the source's study.
 *
 * @param images by their series
 */
record Evidence(ResultContext context, Map<Uid, List<ImageReference>> images, List<ResultObject> results) {

    Evidence {
        images = Collections.unmodifiableMap(new LinkedHashMap<>(images));
        results = List.copyOf(results);
    }

    /** With some images of the source. */
    static Evidence of(ResultContext context, List<ImageReference> images, List<ResultObject> results) {
        Uid series = context.header().requireUid(Tag.SERIES_INSTANCE_UID);
        return new Evidence(context, images.isEmpty() ? Map.of() : Map.of(series, images), results);
    }

    /** With all images of the source, and of the series beside it. */
    static Evidence ofAll(ResultContext context, List<ResultObject> results) {
        Map<Uid, List<ImageReference>> images = new LinkedHashMap<>();
        context.source()
                .all()
                .forEach(source -> images.put(
                        source.header().requireUid(Tag.SERIES_INSTANCE_UID),
                        SourceReferences.of(source).images()));
        return new Evidence(context, images, results);
    }

    void write(ModuleWriter document) {
        document.type1(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, study -> {
            study.type1From(context.header(), Tag.STUDY_INSTANCE_UID);
            study.type1(Tag.REFERENCED_SERIES_SEQUENCE, series());
        });
    }

    private List<DataSet> series() {
        Map<Uid, List<ImageReference>> bySeries = new LinkedHashMap<>(images);
        for (ResultObject result : results) {
            bySeries.computeIfAbsent(result.dataSet().requireUid(Tag.SERIES_INSTANCE_UID), uid -> new ArrayList<>())
                    .add(ImageReference.to(result));
        }
        return bySeries.entrySet().stream()
                .map(series -> item(series.getKey(), series.getValue()))
                .toList();
    }

    private static DataSet item(Uid uid, List<ImageReference> instances) {
        return ModuleWriter.item(series -> {
            series.type1(Tag.SERIES_INSTANCE_UID, uid);
            series.type1(
                    Tag.REFERENCED_SOP_SEQUENCE,
                    instances.stream()
                            .map(instance -> ModuleWriter.item(instance::writeInstance))
                            .toList());
        });
    }
}
