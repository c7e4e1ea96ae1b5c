-- One row is one word of one paragraph, for the search macro.
CREATE TABLE IF NOT EXISTS postings (
    term VARCHAR,
    paragraph_id VARCHAR,
    n BIGINT
);

COMMENT ON TABLE postings IS 'One row is one word of one paragraph, for the search macro.';
COMMENT ON COLUMN postings.term IS 'The word in lower case, without accents.';
COMMENT ON COLUMN postings.paragraph_id IS 'The paragraph.';
COMMENT ON COLUMN postings.n IS 'How often it stands there.';
