-- One row is one span of an article's raw text that cleaning took out.
CREATE TABLE IF NOT EXISTS removed_spans (
    article_id VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    kind VARCHAR,
    rule VARCHAR,
    score DOUBLE,
    text VARCHAR
);

COMMENT ON TABLE removed_spans IS 'One row is one span of an article''s raw text that cleaning took out.';
COMMENT ON COLUMN removed_spans.article_id IS 'The article.';
COMMENT ON COLUMN removed_spans.start_char IS 'First code point of the span in raw_text.';
COMMENT ON COLUMN removed_spans.end_char IS 'Code point after its last.';
COMMENT ON COLUMN removed_spans.kind IS
'What it is: navigation, breadcrumb, share, comment_form, reader_comment, subscribe, related, '
'caption_credit, copyright, cookie, advertisement, widget, contents, tags, author_box, byline_date, '
'duplicate_title, paywall or other.';
COMMENT ON COLUMN removed_spans.rule IS 'The rule or model that decided.';
COMMENT ON COLUMN removed_spans.score IS 'How sure the decision is, from 0 to 1.';
COMMENT ON COLUMN removed_spans.text IS 'The removed text.';
