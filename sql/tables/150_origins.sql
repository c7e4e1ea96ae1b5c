-- One row is one edge from an article or a claim to what it rests on.
CREATE TABLE IF NOT EXISTS origins (
    subject_kind VARCHAR,
    subject_id VARCHAR,
    article_id VARCHAR,
    origin_id VARCHAR,
    origin_kind VARCHAR,
    origin_name VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    method VARCHAR,
    fact_id VARCHAR
);

COMMENT ON TABLE origins IS 'One row is one edge from an article or a claim to what it rests on.';
COMMENT ON COLUMN origins.subject_kind IS 'article or claim.';
COMMENT ON COLUMN origins.subject_id IS 'The article or claim that rests on it.';
COMMENT ON COLUMN origins.article_id IS 'The article in which the edge was read.';
COMMENT ON COLUMN origins.origin_id IS 'Kind and normalised name of what it rests on.';
COMMENT ON COLUMN origins.origin_kind IS 'outlet, agency, official, image_supplier, document or unknown.';
COMMENT ON COLUMN origins.origin_name IS 'Its name.';
COMMENT ON COLUMN origins.start_char IS
'First code point of the text that says so; null for a copied or inferred edge.';
COMMENT ON COLUMN origins.end_char IS 'Code point after its last.';
COMMENT ON COLUMN origins.method IS 'cited (the text says so), copied (text reuse says so) or inferred.';
COMMENT ON COLUMN origins.fact_id IS 'The quotation or citation that says so.';
