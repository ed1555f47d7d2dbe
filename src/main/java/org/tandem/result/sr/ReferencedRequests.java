package org.tandem.result.sr;

import java.util.List;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.result.iod.ModuleWriter;

/** Referenced Request Sequence (PS3.3 C.17.2): the orders that the study fulfils, as the source's header says them. */
record ReferencedRequests(DataSet header) {

    void write(ModuleWriter document) {
        List<DataSet> requests = header.items(Tag.REQUEST_ATTRIBUTES_SEQUENCE).stream()
                .map(this::item)
                .toList();
        document.type1C(!requests.isEmpty(), Tag.REFERENCED_REQUEST_SEQUENCE, requests);
    }

    private DataSet item(DataSet request) {
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
}
