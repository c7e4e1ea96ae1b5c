-- One row is one sentence of a kept paragraph.
CREATE TABLE IF NOT EXISTS sentences (
    sentence_id VARCHAR,
    paragraph_id VARCHAR,
    article_id VARCHAR,
    position BIGINT,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR
);

COMMENT ON TABLE sentences IS 'One row is one sentence of a kept paragraph.';
COMMENT ON COLUMN sentences.sentence_id IS 'Article id, the word sentence, and the span.';
COMMENT ON COLUMN sentences.paragraph_id IS 'The paragraph that holds it.';
COMMENT ON COLUMN sentences.article_id IS 'The article.';
COMMENT ON COLUMN sentences.position IS 'Place among the article''s sentences, from 0.';
COMMENT ON COLUMN sentences.start_char IS 'First code point of the sentence in raw_text.';
COMMENT ON COLUMN sentences.end_char IS 'Code point after its last.';
COMMENT ON COLUMN sentences.text IS 'The sentence''s text, a slice of raw_text.';
