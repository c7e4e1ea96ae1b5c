-- One row is one version of one document.
CREATE TABLE IF NOT EXISTS articles (
    article_id VARCHAR,
    input_id VARCHAR,
    source_id VARCHAR,
    source_method VARCHAR,
    story_id VARCHAR,
    url VARCHAR,
    canonical_url VARCHAR,
    title VARCHAR,
    author VARCHAR,
    language VARCHAR,
    published_at TIMESTAMP,
    published_precision VARCHAR,
    published_method VARCHAR,
    fetched_at TIMESTAMP,
    version_no INTEGER,
    supersedes_id VARCHAR,
    content_sha256 VARCHAR,
    media_type VARCHAR,
    raw_text VARCHAR,
    n_chars BIGINT,
    code_version VARCHAR
);

COMMENT ON TABLE articles IS 'One row is one version of one document.';
COMMENT ON COLUMN articles.article_id IS 'First 16 hex digits of the SHA-256 of the document as it was given.';
COMMENT ON COLUMN articles.input_id IS 'The id given in the JSON line, or the path below the folder that was given.';
COMMENT ON COLUMN articles.source_id IS 'The outlet that published it; see sources.';
COMMENT ON COLUMN articles.source_method IS 'How the outlet was told: given, url, metadata, text or none.';
COMMENT ON COLUMN articles.story_id IS 'The event it tells of; see stories.';
COMMENT ON COLUMN articles.url IS 'Address as given.';
COMMENT ON COLUMN articles.canonical_url IS
'Address without tracking parameters, fragment and letter case of the host.';
COMMENT ON COLUMN articles.title IS 'Headline: given, from the page''s metadata, or the first headline of the text.';
COMMENT ON COLUMN articles.author IS 'Author as given or stated.';
COMMENT ON COLUMN articles.language IS 'ISO 639-1 code as given or told from the text; null where unsure.';
COMMENT ON COLUMN articles.published_at IS 'When it was published, UTC, as given or stated; null where it is not said.';
COMMENT ON COLUMN articles.published_precision IS
'second, minute, day, month or year: how exactly published_at is known.';
COMMENT ON COLUMN articles.published_method IS
'How it was told: given, metadata, url or text; unparsable where a date was given that cannot be read.';
COMMENT ON COLUMN articles.fetched_at IS 'When it was fetched, UTC, as given.';
COMMENT ON COLUMN articles.version_no IS '1 for the first version of a document, counted up for each re-scraped one.';
COMMENT ON COLUMN articles.supersedes_id IS 'article_id of the version before this one.';
COMMENT ON COLUMN articles.content_sha256 IS 'SHA-256 of raw_text in UTF-8.';
COMMENT ON COLUMN articles.media_type IS 'text/plain or text/html.';
COMMENT ON COLUMN articles.raw_text IS
'The text as given; for a page, the page flattened to text. All offsets point into it.';
COMMENT ON COLUMN articles.n_chars IS 'Length of raw_text in Unicode code points.';
COMMENT ON COLUMN articles.code_version IS 'Version and digest of the code that made this article''s rows.';
