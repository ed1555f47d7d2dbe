package org.tandem.result.iod;

import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;

/** Patient and Clinical Trial Subject (PS3.3 C.7.1.1, C.7.1.3), copied from the source. */
public record PatientModule(DataSet sourceHeader) implements Module {

    @Override
    public void write(ModuleWriter out) {
        out.type2From(sourceHeader, Tag.PATIENT_NAME, Tag.PATIENT_ID, Tag.PATIENT_BIRTH_DATE, Tag.PATIENT_SEX);
        out.type3From(
                sourceHeader,
                Tag.ISSUER_OF_PATIENT_ID,
                Tag.ISSUER_OF_PATIENT_ID_QUALIFIERS_SEQUENCE,
                Tag.PATIENT_BIRTH_TIME,
                Tag.OTHER_PATIENT_IDS_SEQUENCE,
                Tag.ETHNIC_GROUP,
                Tag.PATIENT_IDENTITY_REMOVED,
                Tag.DEIDENTIFICATION_METHOD,
                Tag.DEIDENTIFICATION_METHOD_CODE_SEQUENCE);
        if (sourceHeader.hasValue(Tag.CLINICAL_TRIAL_SPONSOR_NAME)) {
            writeClinicalTrial(out);
        }
    }

    private void writeClinicalTrial(ModuleWriter out) {
        out.type1From(sourceHeader, Tag.CLINICAL_TRIAL_SPONSOR_NAME);
        out.type2From(
                sourceHeader,
                Tag.CLINICAL_TRIAL_PROTOCOL_NAME,
                Tag.CLINICAL_TRIAL_SITE_ID,
                Tag.CLINICAL_TRIAL_SITE_NAME);
        out.type3From(
                sourceHeader,
                Tag.CLINICAL_TRIAL_PROTOCOL_ID,
                Tag.CLINICAL_TRIAL_SUBJECT_ID,
                Tag.CLINICAL_TRIAL_SUBJECT_READING_ID);
    }
}
