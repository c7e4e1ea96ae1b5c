-- One row is one line that recurs in articles of one source and was removed where cleaning had kept it.
CREATE TABLE IF NOT EXISTS recurring_lines (
    source_id VARCHAR,
    text VARCHAR,
    kind VARCHAR,
    n_articles BIGINT
);

COMMENT ON TABLE recurring_lines IS
'One row is one line that recurs in articles of one source, and was removed for it where cleaning had kept it.';
COMMENT ON COLUMN recurring_lines.source_id IS 'The outlet; see sources.';
COMMENT ON COLUMN recurring_lines.text IS 'The line, without blanks around it.';
COMMENT ON COLUMN recurring_lines.kind IS
'What cleaning most often takes it for in articles of the source where it removes it by itself; else other.';
COMMENT ON COLUMN recurring_lines.n_articles IS
'In how many different articles of the source it stands; versions and mirrors of one article count once.';
