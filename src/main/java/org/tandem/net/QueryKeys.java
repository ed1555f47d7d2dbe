package org.tandem.net;

import java.nio.charset.StandardCharsets;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.DataSetBuilder;
import org.tandem.dicom.Dictionary;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.dicom.VR;

/**
 * The identifier of a query or a retrieval (PS3.4 C.4.1.1.3): what has to match, and what is to be returned. Text that
 * is not ASCII goes in UTF-8. Immutable.
 */
public final class QueryKeys {

    /** UTF-8 (PS3.3 C.12.1.1.2). */
    private static final String UTF_8 = "ISO_IR 192";

    private static final int[] STUDY = {
        Tag.STUDY_DATE,
        Tag.STUDY_TIME,
        Tag.ACCESSION_NUMBER,
        Tag.MODALITIES_IN_STUDY,
        Tag.STUDY_DESCRIPTION,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.STUDY_INSTANCE_UID,
        Tag.NUMBER_OF_STUDY_RELATED_SERIES,
        Tag.NUMBER_OF_STUDY_RELATED_INSTANCES
    };
    private static final int[] SERIES = {
        Tag.MODALITY,
        Tag.SERIES_DESCRIPTION,
        Tag.BODY_PART_EXAMINED,
        Tag.STUDY_INSTANCE_UID,
        Tag.SERIES_INSTANCE_UID,
        Tag.SERIES_NUMBER,
        Tag.NUMBER_OF_SERIES_RELATED_INSTANCES
    };
    private static final int[] IMAGE = {
        Tag.SOP_CLASS_UID, Tag.SOP_INSTANCE_UID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.INSTANCE_NUMBER
    };

    private final DataSet dataSet;

    private QueryKeys(DataSet dataSet) {
        this.dataSet = dataSet;
    }

    /** A query at a level that matches everything and returns what is usual there. */
    public static QueryKeys all(QueryLevel level) {
        QueryKeys keys = of(level);
        int[] usual =
                switch (level) {
                    case PATIENT, STUDY -> STUDY;
                    case SERIES -> SERIES;
                    case IMAGE -> IMAGE;
                };
        for (int tag : usual) {
            keys = keys.returning(tag);
        }
        return keys;
    }

    /** The level alone, as for a retrieval. */
    public static QueryKeys of(QueryLevel level) {
        return new QueryKeys(DataSet.builder()
                .putText(Tag.QUERY_RETRIEVE_LEVEL, VR.CS, level.name())
                .build());
    }

    /** Studies with this accession number. */
    public static QueryKeys studiesByAccessionNumber(String accessionNumber) {
        return all(QueryLevel.STUDY).matching(Tag.ACCESSION_NUMBER, accessionNumber);
    }

    /** Series of a study, with the number of instances that the archive holds of each. */
    public static QueryKeys seriesOf(Uid study) {
        return all(QueryLevel.SERIES).matching(Tag.STUDY_INSTANCE_UID, study.value());
    }

    /**
     * Studies of a patient, for priors.
     *
     * @param issuer of the Patient ID; empty where identifiers are of one issuer only
     * @param modality which one of its series must have; empty for any
     */
    public static QueryKeys studiesOfPatient(String patientId, String issuer, String modality) {
        QueryKeys keys = all(QueryLevel.STUDY).matching(Tag.PATIENT_ID, patientId);
        keys = issuer.isEmpty() ? keys : keys.matching(Tag.ISSUER_OF_PATIENT_ID, issuer);
        return modality.isEmpty() ? keys : keys.matching(Tag.MODALITIES_IN_STUDY, modality);
    }

    /** Requires a value: single, with wild cards, a range of dates, or a list of UIDs (PS3.4 C.2.2.2). */
    public QueryKeys matching(int tag, String... values) {
        DataSetBuilder builder = dataSet.toBuilder();
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(String.join("", values))) {
            builder.putText(Tag.SPECIFIC_CHARACTER_SET, VR.CS, UTF_8);
        }
        VR vr = Dictionary.vr(tag);
        if (vr.isText()) {
            builder.putText(tag, vr, values);
        } else {
            builder.putIntegers(tag, vr, Integer.parseInt(values[0]));
        }
        return new QueryKeys(builder.build());
    }

    /** Asks for an element, unless it is among the keys already. */
    public QueryKeys returning(int tag) {
        return dataSet.contains(tag)
                ? this
                : new QueryKeys(
                        dataSet.toBuilder().putEmpty(tag, Dictionary.vr(tag)).build());
    }

    /** As it is sent. Holds a patient's identity where one is asked for. */
    public DataSet dataSet() {
        return dataSet;
    }
}
