-- What models were shown and what they said, summed up: a row for each day, model version, scanner and quantity, however
-- many exams there were. No patient's identity, no UID.
CREATE TABLE drift_day (
    model_name    VARCHAR(100)     NOT NULL,
    model_version VARCHAR(40)      NOT NULL,
    observed_on   DATE             NOT NULL,
    manufacturer  VARCHAR(64)      NOT NULL,
    scanner_model VARCHAR(64)      NOT NULL,
    technique     VARCHAR(64)      NOT NULL,
    quantity      VARCHAR(200)     NOT NULL,
    exams         BIGINT           NOT NULL,
    total         DOUBLE PRECISION NOT NULL,
    squares       DOUBLE PRECISION NOT NULL,
    sketch        VARCHAR(100000)  NOT NULL,
    PRIMARY KEY (observed_on, model_name, model_version, manufacturer, scanner_model, technique, quantity)
);
