-- One row is one way to write the name of one source, as the comparison looks for it in what articles cite.
CREATE TABLE IF NOT EXISTS source_names (
    name_key VARCHAR,
    source_id VARCHAR,
    origin_key VARCHAR,
    origin_kind VARCHAR,
    origin_name VARCHAR,
    source_kind VARCHAR
);

COMMENT ON TABLE source_names IS
'One row is one way to write the name of one source, as the comparison looks for it in what articles cite.';
COMMENT ON COLUMN source_names.name_key IS
'The outlet''s name, its domain''s own part or its id, in lower case and without accents, punctuation and article.';
COMMENT ON COLUMN source_names.source_id IS 'The one source that is known by it.';
COMMENT ON COLUMN source_names.origin_key IS 'The key under which what it carries counts as one origin.';
COMMENT ON COLUMN source_names.origin_kind IS 'outlet or agency.';
COMMENT ON COLUMN source_names.origin_name IS 'The name that origins give it.';
COMMENT ON COLUMN source_names.source_kind IS 'outlet, wire, agency, aggregator or unknown.';
