-- One row is one event as the outlets tell it.
CREATE TABLE IF NOT EXISTS stories (
    story_id VARCHAR,
    title VARCHAR,
    first_published_at TIMESTAMP,
    last_published_at TIMESTAMP,
    n_articles BIGINT,
    n_sources BIGINT,
    compared_with VARCHAR
);

COMMENT ON TABLE stories IS 'One row is one event as the outlets tell it.';
COMMENT ON COLUMN stories.story_id IS
'article_id of the story''s earliest article after the word story; kept when articles join.';
COMMENT ON COLUMN stories.title IS 'Headline of the article nearest to the middle of the story.';
COMMENT ON COLUMN stories.first_published_at IS 'Earliest publication, UTC.';
COMMENT ON COLUMN stories.last_published_at IS 'Latest publication, UTC.';
COMMENT ON COLUMN stories.n_articles IS 'Documents, newest versions only.';
COMMENT ON COLUMN stories.n_sources IS 'Outlets.';
COMMENT ON COLUMN stories.compared_with IS
'MD5 of its article versions, their sources and the code; where it is the same again, the story is not compared anew.';
