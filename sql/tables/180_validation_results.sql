-- One row is one expectation in one run.
CREATE TABLE IF NOT EXISTS validation_results (
    run_id VARCHAR,
    suite VARCHAR,
    expectation VARCHAR,
    column_name VARCHAR,
    action VARCHAR,
    success BOOLEAN,
    observed VARCHAR,
    unexpected_count BIGINT,
    why VARCHAR,
    rows_checked BIGINT
);

COMMENT ON TABLE validation_results IS 'One row is one expectation in one run.';
COMMENT ON COLUMN validation_results.run_id IS 'The run.';
COMMENT ON COLUMN validation_results.suite IS 'The table whose suite it is.';
COMMENT ON COLUMN validation_results.expectation IS 'The expectation''s name.';
COMMENT ON COLUMN validation_results.column_name IS 'The column it looks at; null where it looks at rows or the table.';
COMMENT ON COLUMN validation_results.action IS 'What a failure does: reject (the rows), stop (the publish) or warn.';
COMMENT ON COLUMN validation_results.success IS 'Whether it held.';
COMMENT ON COLUMN validation_results.observed IS 'What was observed.';
COMMENT ON COLUMN validation_results.unexpected_count IS 'Rows that broke it.';
COMMENT ON COLUMN validation_results.why IS 'Why it is expected.';
COMMENT ON COLUMN validation_results.rows_checked IS
'Rows that it looked at: those of new and changed articles where the rest was validated by the same code before.';
