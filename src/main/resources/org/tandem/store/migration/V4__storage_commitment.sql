-- Storage commitment, as we ask for it: the transaction that a delivery waits for, empty for none.
ALTER TABLE delivery ADD COLUMN transaction_uid VARCHAR(64) DEFAULT '' NOT NULL;
CREATE INDEX delivery_by_transaction ON delivery (transaction_uid);

-- Storage commitment, as others ask us for it: what is to be reported to whom, and when that is tried next.
CREATE TABLE commitment (
    transaction_uid VARCHAR(64)                 NOT NULL,
    calling_ae      VARCHAR(16)                 NOT NULL,
    attempts        INTEGER                     NOT NULL,
    next_at         TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (transaction_uid, calling_ae)
);
CREATE INDEX commitment_by_time ON commitment (next_at);

CREATE TABLE commitment_instance (
    transaction_uid  VARCHAR(64) NOT NULL,
    calling_ae       VARCHAR(16) NOT NULL,
    position         INTEGER     NOT NULL,
    sop_class_uid    VARCHAR(64) NOT NULL,
    sop_instance_uid VARCHAR(64) NOT NULL,
    PRIMARY KEY (transaction_uid, calling_ae, position)
);
