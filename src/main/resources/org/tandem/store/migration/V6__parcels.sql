-- What the rules that ordered a job want otherwise than usual: destination=KINDS/ENCODING,… and whether destinations
-- are told where the model did not read the series.
ALTER TABLE job ADD COLUMN wishes VARCHAR(4000) DEFAULT '' NOT NULL;
ALTER TABLE job ADD COLUMN report_not_processed BOOLEAN DEFAULT TRUE NOT NULL;

-- What each destination may be sent of a job's results: renditions that say the same, the best first; and what it took.
CREATE TABLE delivery_part (
    job_id           VARCHAR(16)  NOT NULL REFERENCES job (id),
    destination      VARCHAR(100) NOT NULL,
    rendition        INTEGER      NOT NULL,
    place            INTEGER      NOT NULL,
    sop_instance_uid VARCHAR(64)  NOT NULL,
    taken            BOOLEAN      DEFAULT FALSE NOT NULL,
    PRIMARY KEY (job_id, destination, rendition, place)
);
CREATE INDEX delivery_part_by_instance ON delivery_part (sop_instance_uid);

-- Until now every destination was sent everything.
INSERT INTO delivery_part (job_id, destination, rendition, place, sop_instance_uid, taken)
SELECT d.job_id, d.destination, 0,
       ROW_NUMBER() OVER (PARTITION BY d.job_id, d.destination ORDER BY r.kind, r.sop_instance_uid),
       r.sop_instance_uid, d.state IN ('ACCEPTED', 'COMMITTING')
FROM delivery d JOIN result r ON r.job_id = d.job_id;
