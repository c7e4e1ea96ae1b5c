-- One row is one thing known of one article: its title, author, time of publication or outlet.
CREATE TABLE IF NOT EXISTS article_metadata (
    article_id VARCHAR,
    field VARCHAR,
    value VARCHAR,
    method VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR
);

COMMENT ON TABLE article_metadata IS
'One row is one thing known of one article, and where it was read: in its text, in a page''s metadata, or beside it.';
COMMENT ON COLUMN article_metadata.article_id IS 'The article.';
COMMENT ON COLUMN article_metadata.field IS 'title, author, published_at or outlet.';
COMMENT ON COLUMN article_metadata.value IS
'What is known, as articles and sources use it; a time is ISO 8601 in UTC, as exactly as it is known.';
COMMENT ON COLUMN article_metadata.method IS
'How it was told: given beside the document, metadata of the page, url, or text.';
COMMENT ON COLUMN article_metadata.start_char IS
'First code point in raw_text of the words that state it; null where it was not read in the text.';
COMMENT ON COLUMN article_metadata.end_char IS 'Code point after their last.';
COMMENT ON COLUMN article_metadata.text IS 'These words.';
