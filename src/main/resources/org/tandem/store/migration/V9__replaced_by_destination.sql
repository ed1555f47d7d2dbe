-- Which destination has which past result, and at which a report replaced which: only what a destination got before may
-- be named to it as replaced. An empty name stands for any: of rows from before nobody can tell.
CREATE TABLE past_taking (
    sop_instance_uid VARCHAR(64)  NOT NULL REFERENCES past_result (sop_instance_uid),
    destination      VARCHAR(100) NOT NULL,
    PRIMARY KEY (sop_instance_uid, destination)
);
INSERT INTO past_taking (sop_instance_uid, destination)
SELECT DISTINCT p.sop_instance_uid, p.destination FROM delivery_part p
JOIN past_result o ON o.sop_instance_uid = p.sop_instance_uid WHERE p.taken;
INSERT INTO past_taking (sop_instance_uid, destination)
SELECT o.sop_instance_uid, '' FROM past_result o
WHERE o.taken AND NOT EXISTS (SELECT 1 FROM past_taking t WHERE t.sop_instance_uid = o.sop_instance_uid);
ALTER TABLE past_result DROP COLUMN taken;

CREATE TABLE past_replacement_at (
    run_uid          VARCHAR(64)  NOT NULL REFERENCES past_run (run_uid),
    sop_instance_uid VARCHAR(64)  NOT NULL REFERENCES past_result (sop_instance_uid),
    destination      VARCHAR(100) NOT NULL,
    PRIMARY KEY (run_uid, sop_instance_uid, destination)
);
INSERT INTO past_replacement_at (run_uid, sop_instance_uid, destination)
SELECT run_uid, sop_instance_uid, '' FROM past_replacement;
DROP TABLE past_replacement;
ALTER TABLE past_replacement_at RENAME TO past_replacement;
CREATE INDEX past_replacement_by_instance ON past_replacement (sop_instance_uid);
