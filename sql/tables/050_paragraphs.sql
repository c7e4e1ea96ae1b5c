-- One row is one kept block of an article's text.
CREATE TABLE IF NOT EXISTS paragraphs (
    paragraph_id VARCHAR,
    article_id VARCHAR,
    position BIGINT,
    kind VARCHAR,
    speaker VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR,
    n_words BIGINT,
    duplicate_of VARCHAR
);

COMMENT ON TABLE paragraphs IS 'One row is one kept block of an article''s text.';
COMMENT ON COLUMN paragraphs.paragraph_id IS 'Article id, the word paragraph, and the span.';
COMMENT ON COLUMN paragraphs.article_id IS 'The article.';
COMMENT ON COLUMN paragraphs.position IS 'Place among the article''s paragraphs, from 0.';
COMMENT ON COLUMN paragraphs.kind IS 'headline, heading, body, turn (of an interview), list_item or caption.';
COMMENT ON COLUMN paragraphs.speaker IS 'Who speaks, where the paragraph is a turn with a label.';
COMMENT ON COLUMN paragraphs.start_char IS 'First code point of the paragraph in raw_text.';
COMMENT ON COLUMN paragraphs.end_char IS 'Code point after its last.';
COMMENT ON COLUMN paragraphs.text IS 'The paragraph''s text, a slice of raw_text.';
COMMENT ON COLUMN paragraphs.n_words IS 'Words in it.';
COMMENT ON COLUMN paragraphs.duplicate_of IS
'paragraph_id of another of the article: an earlier one with the same words, or a longer one that holds them.';
