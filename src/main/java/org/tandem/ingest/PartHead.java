package org.tandem.ingest;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.FileMeta;
import org.tandem.dicom.Tag;
import org.tandem.dicom.VR;
import org.tandem.net.StoreRequest;

/** What stands in front of a received data set to make it a file (PS3.10 7.1), with who sent it to whom. */
final class PartHead {

    private PartHead() {}

    static byte[] of(StoreRequest request) {
        String calling = request.association().calling().value();
        DataSet meta = FileMeta.of(request.sopClass(), request.sopInstance(), request.syntax(), calling).toBuilder()
                .putText(Tag.SENDING_APPLICATION_ENTITY_TITLE, VR.AE, calling)
                .putText(
                        Tag.RECEIVING_APPLICATION_ENTITY_TITLE,
                        VR.AE,
                        request.association().called().value())
                .build();
        return FileMeta.toBytes(meta);
    }
}
