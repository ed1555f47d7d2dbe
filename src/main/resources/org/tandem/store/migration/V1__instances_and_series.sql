-- What has arrived and what belongs together. Runs on H2 (MODE=PostgreSQL) and on PostgreSQL.
-- No patient's identity: that stays in the files.

CREATE TABLE instance (
    sop_instance_uid VARCHAR(64)              NOT NULL PRIMARY KEY,
    sop_class_uid    VARCHAR(64)              NOT NULL,
    study_uid        VARCHAR(64)              NOT NULL,
    series_uid       VARCHAR(64)              NOT NULL,
    modality         VARCHAR(16)              NOT NULL,
    calling_ae       VARCHAR(16)              NOT NULL,
    called_ae        VARCHAR(16)              NOT NULL,
    peer_host        VARCHAR(255)             NOT NULL,
    arrived_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    sha256           VARCHAR(64)              NOT NULL,
    size_bytes       BIGINT                   NOT NULL,
    syntax_uid       VARCHAR(64)              NOT NULL,
    path             VARCHAR(255)             NOT NULL,
    lost             BOOLEAN                  NOT NULL DEFAULT FALSE
);

CREATE INDEX instance_by_series ON instance (series_uid);

-- Other contents that came under the UID of a stored instance.
CREATE TABLE conflict (
    sop_instance_uid VARCHAR(64)              NOT NULL,
    sha256           VARCHAR(64)              NOT NULL,
    sop_class_uid    VARCHAR(64)              NOT NULL,
    study_uid        VARCHAR(64)              NOT NULL,
    series_uid       VARCHAR(64)              NOT NULL,
    modality         VARCHAR(16)              NOT NULL,
    calling_ae       VARCHAR(16)              NOT NULL,
    called_ae        VARCHAR(16)              NOT NULL,
    peer_host        VARCHAR(255)             NOT NULL,
    arrived_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    size_bytes       BIGINT                   NOT NULL,
    syntax_uid       VARCHAR(64)              NOT NULL,
    path             VARCHAR(255)             NOT NULL,
    PRIMARY KEY (sop_instance_uid, sha256)
);

CREATE TABLE series (
    series_uid     VARCHAR(64)              NOT NULL PRIMARY KEY,
    study_uid      VARCHAR(64)              NOT NULL,
    modality       VARCHAR(16)              NOT NULL,
    calling_ae     VARCHAR(16)              NOT NULL,
    called_ae      VARCHAR(16)              NOT NULL,
    instance_count INTEGER                  NOT NULL,
    size_bytes     BIGINT                   NOT NULL,
    first_arrival  TIMESTAMP WITH TIME ZONE NOT NULL,
    last_arrival   TIMESTAMP WITH TIME ZONE NOT NULL,
    state          VARCHAR(16)              NOT NULL,
    revision       INTEGER                  NOT NULL,
    due_at         TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX series_by_due ON series (state, due_at);
CREATE INDEX series_by_last_arrival ON series (last_arrival);
CREATE INDEX series_by_study ON series (study_uid);

-- How often everything was forced to the disk: tells a spool whether this database is as new as itself.
CREATE TABLE checkpoint (
    id     INTEGER NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
);

INSERT INTO checkpoint (id, number) VALUES (1, 0);
