package org.tandem.result;

import java.util.Arrays;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.result.iod.ResultKind;
import org.tandem.result.iod.ResultObject;
import org.tandem.series.SeriesVolume;

/**
 * The last look at a finished result before it leaves: it must be of the same patient and study, in the same frame of
 * reference and at the same places as its source, and follow the standard. It reads the finished object, not what was
 * meant to be written. Messages name tags and UIDs, never values that identify a patient.
 */
record ResultGate(SeriesVolume source) {

    private static final int[] SAME_AS_SOURCE = {
        Tag.SPECIFIC_CHARACTER_SET,
        Tag.PATIENT_NAME,
        Tag.PATIENT_ID,
        Tag.ISSUER_OF_PATIENT_ID,
        Tag.PATIENT_BIRTH_DATE,
        Tag.PATIENT_SEX,
        Tag.STUDY_INSTANCE_UID,
        Tag.STUDY_DATE,
        Tag.ACCESSION_NUMBER
    };

    void check(ResultObject result) {
        checkIdentity(result, source.source().header());
        if (result.kind() == ResultKind.SEGMENTATION || result.kind() == ResultKind.PARAMETRIC_MAP) {
            new GeometryGate(source, result).check();
        }
        new StandardGate(source.source().header()).check(result);
    }

    /** The same patient and study, and a series of its own. */
    static void checkIdentity(ResultObject result, DataSet header) {
        for (int tag : SAME_AS_SOURCE) {
            require(sameBytes(tag, result.dataSet(), header), result, tag, "the bytes of the source");
        }
        boolean ownSeries = !sameBytes(Tag.SERIES_INSTANCE_UID, result.dataSet(), header);
        require(ownSeries, result, Tag.SERIES_INSTANCE_UID, "a series other than the source's");
    }

    static boolean sameBytes(int tag, DataSet one, DataSet other) {
        return Arrays.equals(one.bytes(tag), other.bytes(tag));
    }

    static void require(boolean holds, ResultObject result, int tag, String expected) {
        if (!holds) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    result.kind() + " " + result.sopInstance() + " is held back: " + Tag.format(tag)
                            + " does not match the source, expected " + expected);
        }
    }
}
