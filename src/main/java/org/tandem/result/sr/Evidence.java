package org.tandem.result.sr;

import java.util.ArrayList;
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

/**
 * Current Requested Procedure Evidence (PS3.3 Table C.17-3): every instance that a document speaks of, by series. All
 * lie in the source's study.
 *
 * @param images of the source
 */
record Evidence(ResultContext context, List<ImageReference> images, List<ResultObject> results) {

    Evidence {
        images = List.copyOf(images);
        results = List.copyOf(results);
    }

    void write(ModuleWriter document) {
        document.type1(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, study -> {
            study.type1From(context.header(), Tag.STUDY_INSTANCE_UID);
            study.type1(Tag.REFERENCED_SERIES_SEQUENCE, series());
        });
    }

    private List<DataSet> series() {
        Map<Uid, List<ImageReference>> bySeries = new LinkedHashMap<>();
        if (!images.isEmpty()) {
            bySeries.put(context.header().requireUid(Tag.SERIES_INSTANCE_UID), images);
        }
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
