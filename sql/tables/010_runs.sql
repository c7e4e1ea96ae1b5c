-- One row is one run of the flow; the only table with wall-clock values.
CREATE TABLE IF NOT EXISTS runs (
    run_id VARCHAR,
    started_at TIMESTAMP,
    finished_at TIMESTAMP,
    code_version VARCHAR,
    documents_in BIGINT,
    documents_new BIGINT,
    documents_known BIGINT,
    documents_left_out BIGINT,
    documents_rejected BIGINT,
    documents_pruned BIGINT,
    articles_out BIGINT,
    rows_rejected BIGINT,
    seconds_ingest DOUBLE,
    seconds_clean DOUBLE,
    seconds_split DOUBLE,
    seconds_extract DOUBLE,
    seconds_load DOUBLE,
    seconds_compare DOUBLE,
    seconds_validate DOUBLE
);

COMMENT ON TABLE runs IS 'One row is one run of the flow; the only table with wall-clock values.';
COMMENT ON COLUMN runs.run_id IS 'Start of the run in UTC and the process id, as in 20260314T175100-4711.';
COMMENT ON COLUMN runs.started_at IS 'When the run started, UTC.';
COMMENT ON COLUMN runs.finished_at IS 'When the build was ready to publish, UTC.';
COMMENT ON COLUMN runs.code_version IS
'Version and digest of the code and reference tables that made the rows of this run.';
COMMENT ON COLUMN runs.documents_in IS 'Documents read from the inputs, duplicates and refused ones included.';
COMMENT ON COLUMN runs.documents_new IS 'Documents processed in this run.';
COMMENT ON COLUMN runs.documents_known IS
'Documents taken over because the warehouse held them already, made by the same code.';
COMMENT ON COLUMN runs.documents_left_out IS 'Documents of other days than the run was asked for.';
COMMENT ON COLUMN runs.documents_pruned IS 'Documents dropped because the inputs hold them no more; only with --prune.';
COMMENT ON COLUMN runs.documents_rejected IS 'Documents refused, each with a row in rejected.';
COMMENT ON COLUMN runs.articles_out IS 'Articles in the warehouse after this run.';
COMMENT ON COLUMN runs.rows_rejected IS 'Rows refused by validation in this run.';
COMMENT ON COLUMN runs.seconds_ingest IS 'Seconds spent reading documents.';
COMMENT ON COLUMN runs.seconds_clean IS 'Seconds spent telling article text from chrome, summed over batches.';
COMMENT ON COLUMN runs.seconds_split IS 'Seconds spent splitting into paragraphs and sentences, summed over batches.';
COMMENT ON COLUMN runs.seconds_extract IS 'Seconds spent extracting facts and claims, summed over batches.';
COMMENT ON COLUMN runs.seconds_load IS 'Seconds spent loading the staging build.';
COMMENT ON COLUMN runs.seconds_compare IS 'Seconds spent comparing articles across sources.';
COMMENT ON COLUMN runs.seconds_validate IS 'Seconds spent validating the staged rows.';
