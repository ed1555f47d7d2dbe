package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.DicomFile;
import org.tandem.dicom.FileMeta;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.Uid;

/** A DICOM object that says what a model found, ready to be written and sent. */
public record ResultObject(ResultKind kind, Uid sopClass, Uid sopInstance, DataSet dataSet) {

    /** As a file in Explicit VR Little Endian, uncompressed: what every viewer reads. */
    public DicomFile toFile() {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        return new DicomFile(FileMeta.of(sopClass, sopInstance, syntax), dataSet, syntax);
    }
}
