-- One row is one refused row or document.
CREATE TABLE IF NOT EXISTS rejected (
    table_name VARCHAR,
    row_id VARCHAR,
    expectation VARCHAR,
    reason VARCHAR,
    row VARCHAR
);

COMMENT ON TABLE rejected IS 'One row is one refused row or document.';
COMMENT ON COLUMN rejected.table_name IS 'The table it was meant for; documents for an input that could not be read.';
COMMENT ON COLUMN rejected.row_id IS 'Its id; for a document, its input id.';
COMMENT ON COLUMN rejected.expectation IS 'The expectation that it broke, or the reader that refused it.';
COMMENT ON COLUMN rejected.reason IS 'Why, in words.';
COMMENT ON COLUMN rejected.row IS 'The row as JSON text.';
