package org.tandem.history;

import java.util.Optional;
import org.tandem.dicom.DataSet;
import org.tandem.dicom.Tag;
import org.tandem.dicom.Uid;
import org.tandem.model.ModelName;
import org.tandem.result.iod.ModelIdentity;
import org.tandem.result.iod.ResultUids;
import org.tandem.series.SourceSeries;

/**
 * One input of one model version. The same input again is the same run.
 *
 * @param id follows from the input and the model
 * @param processed false where the model was to read it and did not
 */
public record Run(Uid id, Subject subject, ModelName model, boolean processed) {

    /**
     * What was looked at.
     *
     * @param patient stands for Patient ID and its issuer and follows from them; of who has none, for the study.
     *     Whoever knows an ID can find its rows, so it is a pseudonym, not nothing
     */
    public record Subject(Uid patient, Uid study, Uid series, Optional<Uid> frameOfReference) {

        static Subject of(DataSet header) {
            Uid study = header.requireUid(Tag.STUDY_INSTANCE_UID);
            Uid patient = header.string(Tag.PATIENT_ID)
                    .map(id -> Uid.derived(
                            "patient", header.string(Tag.ISSUER_OF_PATIENT_ID).orElse(""), id))
                    .orElseGet(() -> Uid.derived("patient of study", study.value()));
            return new Subject(
                    patient, study, header.requireUid(Tag.SERIES_INSTANCE_UID), header.uid(Tag.FRAME_OF_REFERENCE_UID));
        }
    }

    /** Of what a model said. */
    public static Run of(SourceSeries source, ModelIdentity model) {
        return of(source, model, true);
    }

    /** Of what it was to say and did not. */
    public static Run notProcessed(SourceSeries source, ModelIdentity model) {
        return of(source, model, false);
    }

    private static Run of(SourceSeries source, ModelIdentity model, boolean processed) {
        Uid input = ResultUids.of(source, model).run();
        return new Run(
                processed ? input : Uid.derived("not processed", input.value()),
                Subject.of(source.header()),
                new ModelName(model.name(), model.version()),
                processed);
    }
}
