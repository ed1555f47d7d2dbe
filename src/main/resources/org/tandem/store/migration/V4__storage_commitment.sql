-- Storage commitment, as we ask for it: the transaction that a delivery waits for, empty for none.
ALTER TABLE delivery ADD COLUMN transaction_uid VARCHAR(64) DEFAULT '' NOT NULL;
CREATE INDEX delivery_by_transaction ON delivery (transaction_uid);
