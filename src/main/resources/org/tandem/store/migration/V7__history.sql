-- What was said before of the same patient: runs (one input, one model version), what they made, what it replaced.
-- No patient's identity: the patient column is a UID that is derived from it.
CREATE TABLE past_run (
    run_uid                VARCHAR(64)  NOT NULL PRIMARY KEY,
    patient                VARCHAR(64)  NOT NULL,
    study_uid              VARCHAR(64)  NOT NULL,
    series_uid             VARCHAR(64)  NOT NULL,
    frame_of_reference_uid VARCHAR(64)  NOT NULL,
    model_name             VARCHAR(100) NOT NULL,
    model_version          VARCHAR(40)  NOT NULL,
    processed              BOOLEAN      NOT NULL,
    first_made             TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX past_run_by_series ON past_run (series_uid, model_name);
CREATE INDEX past_run_by_frame ON past_run (frame_of_reference_uid, patient, model_name, first_made);

CREATE TABLE past_result (
    sop_instance_uid VARCHAR(64)   NOT NULL PRIMARY KEY,
    run_uid          VARCHAR(64)   NOT NULL REFERENCES past_run (run_uid),
    kind             VARCHAR(32)   NOT NULL,
    sop_class_uid    VARCHAR(64)   NOT NULL,
    series_uid       VARCHAR(64)   NOT NULL,
    file             VARCHAR(1000) NOT NULL,
    taken            BOOLEAN       DEFAULT FALSE NOT NULL
);
CREATE INDEX past_result_by_run ON past_result (run_uid, kind);

CREATE TABLE past_replacement (
    run_uid          VARCHAR(64) NOT NULL REFERENCES past_run (run_uid),
    sop_instance_uid VARCHAR(64) NOT NULL REFERENCES past_result (sop_instance_uid),
    PRIMARY KEY (run_uid, sop_instance_uid)
);
CREATE INDEX past_replacement_by_instance ON past_replacement (sop_instance_uid);
