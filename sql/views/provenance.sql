-- Question: where exactly in which document does a row come from?
-- Grain: one row is one paragraph, sentence, fact, claim, removed span, or title, author, date or outlet that the text
-- states. Ask for one: WHERE row_id = '...'.
CREATE OR REPLACE VIEW provenance AS
WITH spans AS (
    SELECT
        'paragraphs' AS table_name,
        paragraphs.paragraph_id AS row_id,
        paragraphs.article_id,
        paragraphs.start_char,
        paragraphs.end_char,
        paragraphs.text
    FROM paragraphs
    UNION ALL
    SELECT
        'sentences' AS table_name,
        sentences.sentence_id AS row_id,
        sentences.article_id,
        sentences.start_char,
        sentences.end_char,
        sentences.text
    FROM sentences
    UNION ALL
    SELECT
        'facts' AS table_name,
        facts.fact_id AS row_id,
        facts.article_id,
        facts.start_char,
        facts.end_char,
        facts.text
    FROM facts
    UNION ALL
    SELECT
        'claims' AS table_name,
        claims.claim_id AS row_id,
        claims.article_id,
        claims.start_char,
        claims.end_char,
        claims.text
    FROM claims
    UNION ALL
    SELECT
        'removed_spans' AS table_name,
        removed_spans.article_id || ':removed:' || removed_spans.start_char || '-' || removed_spans.end_char AS row_id,
        removed_spans.article_id,
        removed_spans.start_char,
        removed_spans.end_char,
        removed_spans.text
    FROM removed_spans
    UNION ALL
    SELECT
        'article_metadata' AS table_name,
        article_metadata.article_id || ':metadata:' || article_metadata.field AS row_id,
        article_metadata.article_id,
        article_metadata.start_char,
        article_metadata.end_char,
        article_metadata.text
    FROM article_metadata
    WHERE article_metadata.start_char IS NOT NULL
),

sliced AS (
    SELECT
        spans.*,
        articles.source_id,
        articles.input_id,
        articles.url,
        articles.version_no,
        articles.fetched_at,
        articles.content_sha256,
        substring(articles.raw_text, spans.start_char + 1, spans.end_char - spans.start_char) AS slice
    FROM spans
    LEFT JOIN articles ON spans.article_id = articles.article_id
)

SELECT
    sliced.row_id,
    sliced.table_name,
    sliced.text,
    sliced.slice,
    coalesce(sliced.slice = sliced.text, FALSE) AS is_exact,
    sliced.start_char,
    sliced.end_char,
    coalesce(sources.outlet, sliced.source_id) AS outlet,
    sliced.url,
    sliced.input_id,
    sliced.article_id,
    sliced.version_no,
    sliced.fetched_at,
    sliced.content_sha256
FROM sliced
LEFT JOIN sources ON sliced.source_id = sources.source_id;

COMMENT ON VIEW provenance IS
'Any row that speaks of text, back to its document and span; filter by row_id or article_id.';
COMMENT ON COLUMN provenance.row_id IS
'paragraph_id, sentence_id, fact_id or claim_id; for a removed span, the article, the word removed, and the span; '
'for what the text states of the article, the article, the word metadata, and the field.';
COMMENT ON COLUMN provenance.table_name IS 'The table that holds the row.';
COMMENT ON COLUMN provenance.text IS 'The row''s text.';
COMMENT ON COLUMN provenance.slice IS 'What the raw text has at that span.';
COMMENT ON COLUMN provenance.is_exact IS 'Whether the two are equal, as they must be.';
COMMENT ON COLUMN provenance.start_char IS 'First code point of the span in articles.raw_text.';
COMMENT ON COLUMN provenance.end_char IS 'Code point after its last.';
COMMENT ON COLUMN provenance.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN provenance.url IS 'Address of the article.';
COMMENT ON COLUMN provenance.input_id IS 'Id or path of the document as it was given.';
COMMENT ON COLUMN provenance.article_id IS 'The article version.';
COMMENT ON COLUMN provenance.version_no IS 'Which version of the document it is.';
COMMENT ON COLUMN provenance.fetched_at IS 'When it was fetched, UTC, as given.';
COMMENT ON COLUMN provenance.content_sha256 IS 'SHA-256 of the raw text in UTF-8, to compare with one''s own copy.';
