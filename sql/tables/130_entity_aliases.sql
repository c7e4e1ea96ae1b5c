-- One row is one surface form of one entity.
CREATE TABLE IF NOT EXISTS entity_aliases (
    entity_id VARCHAR,
    alias VARCHAR,
    method VARCHAR,
    n_mentions BIGINT
);

COMMENT ON TABLE entity_aliases IS 'One row is one surface form of one entity.';
COMMENT ON COLUMN entity_aliases.entity_id IS 'The entity.';
COMMENT ON COLUMN entity_aliases.alias IS 'The surface form.';
COMMENT ON COLUMN entity_aliases.method IS
'How it was merged: canonical, article (within one article), seed (seeds/aliases.csv), spelling or story '
'(a surname tied to its one bearer there).';
COMMENT ON COLUMN entity_aliases.n_mentions IS 'Mentions in this form.';
