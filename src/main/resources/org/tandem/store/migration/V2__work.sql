-- Inference jobs, their results and deliveries: where each stands. What runs next is in the QRTZ_ tables.
CREATE TABLE job (
    id             VARCHAR(16)  PRIMARY KEY,
    series_uid     VARCHAR(64)  NOT NULL,
    revision       INTEGER      NOT NULL,
    model_name     VARCHAR(100) NOT NULL,
    model_version  VARCHAR(40)  NOT NULL,
    rule           VARCHAR(100) NOT NULL,
    priority       INTEGER      NOT NULL,
    destinations   VARCHAR(1000) NOT NULL,
    state          VARCHAR(16)  NOT NULL,
    attempts       INTEGER      NOT NULL,
    message        VARCHAR(4000) NOT NULL,
    ordered_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    begun_at       TIMESTAMP(6) WITH TIME ZONE,
    ended_at       TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX job_by_state ON job (state, ordered_at);
CREATE INDEX job_by_time ON job (ordered_at);
CREATE INDEX job_by_series ON job (series_uid, ordered_at);

CREATE TABLE result (
    job_id           VARCHAR(16)   NOT NULL REFERENCES job (id),
    sop_instance_uid VARCHAR(64)   NOT NULL,
    sop_class_uid    VARCHAR(64)   NOT NULL,
    kind             VARCHAR(32)   NOT NULL,
    file             VARCHAR(1000) NOT NULL,
    PRIMARY KEY (job_id, sop_instance_uid)
);

CREATE TABLE delivery (
    job_id       VARCHAR(16)   NOT NULL REFERENCES job (id),
    destination  VARCHAR(100)  NOT NULL,
    state        VARCHAR(16)   NOT NULL,
    attempts     INTEGER       NOT NULL,
    message      VARCHAR(4000) NOT NULL,
    changed_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (job_id, destination)
);
CREATE INDEX delivery_by_state ON delivery (state, changed_at);
