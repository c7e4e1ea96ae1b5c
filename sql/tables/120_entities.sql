-- One row is one person, organisation, place or piece of equipment across the corpus.
CREATE TABLE IF NOT EXISTS entities (
    entity_id VARCHAR,
    name VARCHAR,
    type VARCHAR,
    n_mentions BIGINT,
    n_articles BIGINT
);

COMMENT ON TABLE entities IS 'One row is one person, organisation, place or piece of equipment across the corpus.';
COMMENT ON COLUMN entities.entity_id IS 'Type and normalised name.';
COMMENT ON COLUMN entities.name IS 'The canonical name.';
COMMENT ON COLUMN entities.type IS 'PER, ORG, LOC, EQUIPMENT or OTHER.';
COMMENT ON COLUMN entities.n_mentions IS 'Mentions in the corpus, newest versions only.';
COMMENT ON COLUMN entities.n_articles IS 'Documents that mention it.';
