-- Storage commitment, as others ask us for it: a row for each report that is owed, gone when it was taken.
CREATE TABLE owed_commitment (
    transaction_uid VARCHAR(64)  NOT NULL PRIMARY KEY,
    requestor       VARCHAR(100) NOT NULL,
    attempts        INTEGER      NOT NULL,
    asked_at        TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

CREATE TABLE owed_commitment_instance (
    transaction_uid  VARCHAR(64) NOT NULL REFERENCES owed_commitment (transaction_uid) ON DELETE CASCADE,
    position         INTEGER     NOT NULL,
    sop_class_uid    VARCHAR(64) NOT NULL,
    sop_instance_uid VARCHAR(64) NOT NULL,
    PRIMARY KEY (transaction_uid, position)
);
