-- Question: which documents does the warehouse hold, each in its newest version, and how much of each was kept?
-- Grain: one row is one document in its newest version.
CREATE OR REPLACE VIEW latest_articles AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.title,
        articles.author,
        articles.published_at,
        articles.published_precision,
        articles.version_no,
        articles.url,
        articles.n_chars
    FROM articles
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

paragraph_counts AS (
    SELECT
        paragraphs.article_id,
        count(*) AS n_paragraphs,
        sum(paragraphs.n_words) AS n_words
    FROM paragraphs
    GROUP BY paragraphs.article_id
),

claim_counts AS (
    SELECT
        claims.article_id,
        count(*) AS n_claims
    FROM claims
    GROUP BY claims.article_id
),

removed AS (
    SELECT
        removed_spans.article_id,
        sum(removed_spans.end_char - removed_spans.start_char) AS n_chars
    FROM removed_spans
    GROUP BY removed_spans.article_id
)

SELECT
    newest.published_at,
    newest.published_precision,
    coalesce(sources.outlet, newest.source_id) AS outlet,
    sources.owner_group,
    sources.kind AS source_kind,
    newest.title,
    stories.title AS story,
    newest.author,
    newest.version_no,
    coalesce(paragraph_counts.n_paragraphs, 0) AS n_paragraphs,
    coalesce(paragraph_counts.n_words, 0)::BIGINT AS n_words,
    coalesce(claim_counts.n_claims, 0) AS n_claims,
    round(coalesce(removed.n_chars, 0) / nullif(newest.n_chars, 0), 3) AS removed_share,
    newest.url,
    newest.article_id,
    newest.story_id
FROM newest
LEFT JOIN sources ON newest.source_id = sources.source_id
LEFT JOIN stories ON newest.story_id = stories.story_id
LEFT JOIN paragraph_counts ON newest.article_id = paragraph_counts.article_id
LEFT JOIN claim_counts ON newest.article_id = claim_counts.article_id
LEFT JOIN removed ON newest.article_id = removed.article_id
ORDER BY newest.published_at DESC NULLS LAST, newest.article_id ASC;

COMMENT ON VIEW latest_articles IS 'Which documents are here, each in its newest version; newest first.';
COMMENT ON COLUMN latest_articles.published_at IS 'When it was published, UTC; null where it is not said.';
COMMENT ON COLUMN latest_articles.published_precision IS
'How exactly that is known: second, minute, day, month or year.';
COMMENT ON COLUMN latest_articles.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN latest_articles.owner_group IS 'Who owns the outlet.';
COMMENT ON COLUMN latest_articles.source_kind IS 'outlet, wire, agency, aggregator or unknown.';
COMMENT ON COLUMN latest_articles.title IS 'Headline.';
COMMENT ON COLUMN latest_articles.story IS 'Title of the story it belongs to.';
COMMENT ON COLUMN latest_articles.author IS 'Author as given or stated.';
COMMENT ON COLUMN latest_articles.version_no IS 'Which version of the document this is.';
COMMENT ON COLUMN latest_articles.n_paragraphs IS 'Kept paragraphs.';
COMMENT ON COLUMN latest_articles.n_words IS 'Words in them.';
COMMENT ON COLUMN latest_articles.n_claims IS 'Claims read from it.';
COMMENT ON COLUMN latest_articles.removed_share IS 'Share of the raw text that cleaning removed, from 0 to 1.';
COMMENT ON COLUMN latest_articles.url IS 'Address as given.';
COMMENT ON COLUMN latest_articles.article_id IS 'The article.';
COMMENT ON COLUMN latest_articles.story_id IS 'The story.';
