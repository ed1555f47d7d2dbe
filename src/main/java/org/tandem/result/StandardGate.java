package org.tandem.result;

import java.util.List;
import java.util.Set;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.TandemException;
import org.tandem.dicom.TransferSyntax;
import org.tandem.dicom.check.CheckFinding;
import org.tandem.dicom.check.ObjectCheck;
import org.tandem.result.iod.ResultObject;

/**
 * Holds back a finished result in which something is against the standard. What is wrong in the source already, and was
 * copied because a result must say the same of patient and study, holds nothing back. Messages quote no values.
 *
 * @param header of the source
 */
record StandardGate(DataSet header) {

    private static final int PATIENT_GROUP = 0x0010;
    private static final int CLINICAL_TRIAL_GROUP = 0x0012;
    private static final Set<Integer> OF_STUDY_AND_BODY_PART = Set.of(
            Tag.SPECIFIC_CHARACTER_SET,
            Tag.STUDY_DATE,
            Tag.STUDY_TIME,
            Tag.ACCESSION_NUMBER,
            Tag.ISSUER_OF_ACCESSION_NUMBER_SEQUENCE,
            Tag.REFERRING_PHYSICIAN_NAME,
            Tag.STUDY_DESCRIPTION,
            Tag.PHYSICIANS_OF_RECORD,
            Tag.PROCEDURE_CODE_SEQUENCE,
            Tag.REFERENCED_STUDY_SEQUENCE,
            Tag.STUDY_INSTANCE_UID,
            Tag.STUDY_ID,
            Tag.BODY_PART_EXAMINED,
            Tag.LATERALITY);

    /** Places are copied to the last digit, even where the source has more digits than DS allows. */
    private static final Set<Integer> OF_PLANES = Set.of(
            Tag.IMAGE_POSITION_PATIENT,
            Tag.IMAGE_ORIENTATION_PATIENT,
            Tag.PIXEL_SPACING,
            Tag.SLICE_THICKNESS,
            Tag.SPACING_BETWEEN_SLICES);

    void check(ResultObject result) {
        List<CheckFinding> wrong =
                ObjectCheck.of(result.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).errors().stream()
                        .filter(finding -> !isOfSource(finding, result.dataSet()))
                        .toList();
        if (!wrong.isEmpty()) {
            throw new TandemException(
                    TandemException.Kind.REFUSE,
                    result.kind() + " " + result.sopInstance() + " is held back: " + wrong.size()
                            + (wrong.size() == 1 ? " error" : " errors") + " by the standard, as "
                            + wrong.get(0).withoutValues());
        }
    }

    private boolean isOfSource(CheckFinding finding, DataSet result) {
        List<Integer> tags = finding.tags();
        if (tags.isEmpty()) {
            return false;
        }
        int first = tags.get(0);
        int last = tags.get(tags.size() - 1);
        int group = Tag.group(first);
        boolean copied =
                group == PATIENT_GROUP || group == CLINICAL_TRIAL_GROUP || OF_STUDY_AND_BODY_PART.contains(first);
        return (copied && isSame(first, result))
                || (OF_PLANES.contains(last) && finding.section().startsWith("PS3.5 6"));
    }

    private boolean isSame(int tag, DataSet result) {
        return ResultGate.sameBytes(tag, result, header) && result.items(tag).equals(header.items(tag));
    }
}
