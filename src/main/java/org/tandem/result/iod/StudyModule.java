package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/**
 * General Study and Patient Study (PS3.3 C.7.2.1, C.7.2.2), copied from the source: results lie in the source's study.
 */
public record StudyModule(DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type1From(sourceHeader, Tag.STUDY_INSTANCE_UID);
        out.type2From(
                sourceHeader,
                Tag.STUDY_DATE,
                Tag.STUDY_TIME,
                Tag.REFERRING_PHYSICIAN_NAME,
                Tag.STUDY_ID,
                Tag.ACCESSION_NUMBER);
        out.type3From(
                sourceHeader,
                Tag.ISSUER_OF_ACCESSION_NUMBER_SEQUENCE,
                Tag.STUDY_DESCRIPTION,
                Tag.PHYSICIANS_OF_RECORD,
                Tag.PROCEDURE_CODE_SEQUENCE,
                Tag.REFERENCED_STUDY_SEQUENCE,
                Tag.PATIENT_AGE,
                Tag.PATIENT_SIZE,
                Tag.PATIENT_WEIGHT);
    }
}
