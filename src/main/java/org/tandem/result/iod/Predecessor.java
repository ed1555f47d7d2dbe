package org.tandem.result.iod;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;

/** An earlier document that a new one replaces (PS3.3 C.17.2, Predecessor Documents Sequence), and where it lies. */
public record Predecessor(Uid study, Uid series, Uid sopClass, Uid sopInstance) {

    /** Of a document as it was written. */
    public static Predecessor of(DataSet document) {
        return new Predecessor(
                document.requireUid(Tag.STUDY_INSTANCE_UID),
                document.requireUid(Tag.SERIES_INSTANCE_UID),
                document.requireUid(Tag.SOP_CLASS_UID),
                document.requireUid(Tag.SOP_INSTANCE_UID));
    }

    /** Hierarchical SOP Instance References (PS3.3 Table C.17-3), an item a study; empty for none. */
    public static List<DataSet> items(List<Predecessor> predecessors) {
        Map<Uid, Map<Uid, List<Predecessor>>> byStudy = new LinkedHashMap<>();
        for (Predecessor one : predecessors) {
            byStudy.computeIfAbsent(one.study, study -> new LinkedHashMap<>())
                    .computeIfAbsent(one.series, series -> new ArrayList<>())
                    .add(one);
        }
        return byStudy.entrySet().stream()
                .map(study -> study(study.getKey(), study.getValue()))
                .toList();
    }

    private static DataSet study(Uid uid, Map<Uid, List<Predecessor>> bySeries) {
        return ModuleWriter.item(study -> {
            study.type1(Tag.STUDY_INSTANCE_UID, uid);
            study.type1(
                    Tag.REFERENCED_SERIES_SEQUENCE,
                    bySeries.entrySet().stream()
                            .map(series -> series(series.getKey(), series.getValue()))
                            .toList());
        });
    }

    private static DataSet series(Uid uid, List<Predecessor> documents) {
        return ModuleWriter.item(series -> {
            series.type1(Tag.SERIES_INSTANCE_UID, uid);
            series.type1(
                    Tag.REFERENCED_SOP_SEQUENCE,
                    documents.stream()
                            .map(one -> ModuleWriter.item(one::writeInstance))
                            .toList());
        });
    }

    private void writeInstance(ModuleWriter item) {
        item.type1(Tag.REFERENCED_SOP_CLASS_UID, sopClass);
        item.type1(Tag.REFERENCED_SOP_INSTANCE_UID, sopInstance);
    }
}
