package org.tandem.result.sr;

import java.util.List;
import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.Module;
import org.tandem.result.iod.ModuleWriter;
import org.tandem.result.iod.Predecessor;
import org.tandem.result.iod.ResultContext;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;

/**
 * SR Document General (PS3.3 C.17.2): complete, verified by nobody, with every instance that the tree speaks of.
 *
 * @param segmentation the segmentation that the tree refers to, where something was found
 */
record SrDocumentGeneralModule(ResultContext context, Optional<ResultObject> segmentation) implements Module {

    @Override
    public void write(ModuleWriter out) {
        context.made().write(out);
        out.type1(Tag.COMPLETION_FLAG, "COMPLETE");
        out.type1(Tag.VERIFICATION_FLAG, "UNVERIFIED");
        out.type3(Tag.PRELIMINARY_FLAG, "PRELIMINARY");
        List<DataSet> replaced = Predecessor.items(context.predecessors());
        out.type1C(!replaced.isEmpty(), Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, replaced);
        out.type2(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE, List.of());
        List<DataSet> requests = context.header().items(Tag.REQUEST_ATTRIBUTES_SEQUENCE).stream()
                .map(this::referencedRequest)
                .toList();
        out.type1C(!requests.isEmpty(), Tag.REFERENCED_REQUEST_SEQUENCE, requests);
        out.type1(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE, this::writeEvidence);
    }

    /** The order that the study fulfils, as the source's request attributes say it. */
    private DataSet referencedRequest(DataSet request) {
        DataSet header = context.header();
        return ModuleWriter.item(header.characterSet(), item -> {
            item.type1From(header, Tag.STUDY_INSTANCE_UID);
            item.type2(Tag.REFERENCED_STUDY_SEQUENCE, List.of());
            item.type2From(request.hasValue(Tag.ACCESSION_NUMBER) ? request : header, Tag.ACCESSION_NUMBER);
            item.type2From(
                    request,
                    Tag.PLACER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST,
                    Tag.FILLER_ORDER_NUMBER_IMAGING_SERVICE_REQUEST,
                    Tag.REQUESTED_PROCEDURE_ID,
                    Tag.REQUESTED_PROCEDURE_DESCRIPTION,
                    Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE);
        });
    }

    /** Hierarchical SOP Instance Reference (Table C.17-3): study, series, instances. */
    private void writeEvidence(ModuleWriter study) {
        study.type1From(context.header(), Tag.STUDY_INSTANCE_UID);
        List<DataSet> images = context.references().images().stream()
                .map(image -> ModuleWriter.item(image::writeInstance))
                .toList();
        DataSet source = ModuleWriter.item(series -> {
            series.type1From(context.header(), Tag.SERIES_INSTANCE_UID);
            series.type1(Tag.REFERENCED_SOP_SEQUENCE, images);
        });
        study.type1(
                Tag.REFERENCED_SERIES_SEQUENCE,
                segmentation
                        .map(seg -> List.of(source, segmentationSeries(seg)))
                        .orElse(List.of(source)));
    }

    private DataSet segmentationSeries(ResultObject seg) {
        return ModuleWriter.item(series -> {
            series.type1(Tag.SERIES_INSTANCE_UID, context.uids().series(ResultKind.SEGMENTATION));
            series.type1(Tag.REFERENCED_SOP_SEQUENCE, item -> {
                item.type1(Tag.REFERENCED_SOP_CLASS_UID, seg.sopClass());
                item.type1(Tag.REFERENCED_SOP_INSTANCE_UID, seg.sopInstance());
            });
        });
    }
}
