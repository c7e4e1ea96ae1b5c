-- Question: what does each outlet look like as a whole: how much, how cited, how copied, how exclusive, how hedged?
-- Grain: one row is one outlet; newest versions only.
CREATE OR REPLACE VIEW source_profile AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.published_at,
        articles.n_chars
    FROM articles
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

article_counts AS (
    SELECT
        newest.source_id,
        count(*) AS n_articles,
        count(DISTINCT newest.story_id) AS n_stories,
        sum(newest.n_chars) AS n_chars,
        min(newest.published_at) AS first_at,
        max(newest.published_at) AS last_at
    FROM newest
    GROUP BY newest.source_id
),

removed AS (
    SELECT
        newest.source_id,
        sum(removed_spans.end_char - removed_spans.start_char) AS n_chars
    FROM removed_spans
    INNER JOIN newest ON removed_spans.article_id = newest.article_id
    GROUP BY newest.source_id
),

-- A paragraph copied from three outlets is copied once; one told again in other words is not copied.
copied AS (
    SELECT DISTINCT text_reuse.later_paragraph_id AS paragraph_id
    FROM text_reuse
    WHERE text_reuse.scope = 'cross_source' AND text_reuse.order_known AND text_reuse.kind <> 'rewritten'
),

paragraph_counts AS (
    SELECT
        newest.source_id,
        count(*) AS n_paragraphs,
        sum(paragraphs.n_words) AS n_words,
        sum(paragraphs.n_words) FILTER (WHERE copied.paragraph_id IS NOT NULL) AS n_copied_words
    FROM paragraphs
    INNER JOIN newest ON paragraphs.article_id = newest.article_id
    LEFT JOIN copied ON paragraphs.paragraph_id = copied.paragraph_id
    GROUP BY newest.source_id
),

fact_counts AS (
    SELECT
        newest.source_id,
        count(*) FILTER (WHERE facts.kind = 'quotation') AS n_quotations,
        count(*) FILTER (WHERE facts.kind = 'quantity') AS n_quantities,
        count(*) FILTER (WHERE facts.kind = 'date') AS n_dates,
        count(*) FILTER (WHERE facts.kind = 'mention') AS n_mentions,
        count(*) FILTER (WHERE facts.kind = 'citation') AS n_citations
    FROM facts
    INNER JOIN newest ON facts.article_id = newest.article_id
    GROUP BY newest.source_id
),

-- Exclusive means something only where another outlet tells the story too; whoever denies a claim has it, too.
shared_claims AS (
    SELECT
        claims.cluster_id,
        min(newest.source_id) = max(newest.source_id) AS is_exclusive
    FROM claims
    INNER JOIN newest ON claims.article_id = newest.article_id
    INNER JOIN stories ON newest.story_id = stories.story_id
    WHERE stories.n_sources >= 2 AND claims.cluster_id IS NOT NULL
    GROUP BY claims.cluster_id
),

claim_counts AS (
    SELECT
        newest.source_id,
        count(*) AS n_claims,
        count(*) FILTER (WHERE claims.certainty IN ('probable', 'possible', 'unknown')) AS n_hedged,
        count(shared_claims.cluster_id) AS n_in_shared_stories,
        count(*) FILTER (WHERE shared_claims.is_exclusive) AS n_exclusive
    FROM claims
    INNER JOIN newest ON claims.article_id = newest.article_id
    LEFT JOIN shared_claims ON claims.cluster_id = shared_claims.cluster_id
    GROUP BY newest.source_id
)

SELECT
    coalesce(sources.outlet, article_counts.source_id) AS outlet,
    sources.kind AS source_kind,
    sources.owner_group,
    article_counts.n_articles,
    article_counts.n_stories,
    coalesce(paragraph_counts.n_paragraphs, 0) AS n_paragraphs,
    coalesce(paragraph_counts.n_words, 0)::BIGINT AS n_words,
    coalesce(fact_counts.n_quotations, 0) AS n_quotations,
    coalesce(fact_counts.n_quantities, 0) AS n_quantities,
    coalesce(fact_counts.n_dates, 0) AS n_dates,
    coalesce(fact_counts.n_mentions, 0) AS n_mentions,
    coalesce(fact_counts.n_citations, 0) AS n_citations,
    coalesce(claim_counts.n_claims, 0) AS n_claims,
    round(coalesce(removed.n_chars, 0) / nullif(article_counts.n_chars, 0), 3) AS removed_share,
    round(coalesce(paragraph_counts.n_copied_words, 0) / nullif(paragraph_counts.n_words, 0), 3) AS copied_share,
    round(claim_counts.n_exclusive / nullif(claim_counts.n_in_shared_stories, 0), 3) AS exclusive_share,
    round(claim_counts.n_hedged / claim_counts.n_claims, 3) AS hedged_share,
    article_counts.first_at,
    article_counts.last_at,
    article_counts.source_id
FROM article_counts
LEFT JOIN sources ON article_counts.source_id = sources.source_id
LEFT JOIN removed ON article_counts.source_id = removed.source_id
LEFT JOIN paragraph_counts ON article_counts.source_id = paragraph_counts.source_id
LEFT JOIN fact_counts ON article_counts.source_id = fact_counts.source_id
LEFT JOIN claim_counts ON article_counts.source_id = claim_counts.source_id
ORDER BY article_counts.n_articles DESC, article_counts.source_id ASC;

COMMENT ON VIEW source_profile IS 'Each outlet as a whole, newest versions only; the largest first.';
COMMENT ON COLUMN source_profile.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN source_profile.source_kind IS 'outlet, wire, agency, aggregator or unknown.';
COMMENT ON COLUMN source_profile.owner_group IS 'Who owns it.';
COMMENT ON COLUMN source_profile.n_articles IS 'Documents.';
COMMENT ON COLUMN source_profile.n_stories IS 'Stories that they tell.';
COMMENT ON COLUMN source_profile.n_paragraphs IS 'Kept paragraphs.';
COMMENT ON COLUMN source_profile.n_words IS 'Words in them.';
COMMENT ON COLUMN source_profile.n_quotations IS 'Quotations, direct and indirect.';
COMMENT ON COLUMN source_profile.n_quantities IS 'Numbers with what they count or measure.';
COMMENT ON COLUMN source_profile.n_dates IS 'Dates, times and durations.';
COMMENT ON COLUMN source_profile.n_mentions IS 'Mentions of persons, organisations, places and equipment.';
COMMENT ON COLUMN source_profile.n_citations IS 'Citations of outlets, documents and addresses.';
COMMENT ON COLUMN source_profile.n_claims IS 'Claims.';
COMMENT ON COLUMN source_profile.removed_share IS 'Share of its raw text that cleaning removed, from 0 to 1.';
COMMENT ON COLUMN source_profile.copied_share IS
'Share of its words in paragraphs that another outlet published before it.';
COMMENT ON COLUMN source_profile.exclusive_share IS
'Of its claims in stories that others tell too, the share that it alone carries; null without such stories.';
COMMENT ON COLUMN source_profile.hedged_share IS 'Share of its claims that are probable, possible or unknown.';
COMMENT ON COLUMN source_profile.first_at IS 'Its earliest publication here, UTC.';
COMMENT ON COLUMN source_profile.last_at IS 'Its latest publication here, UTC.';
COMMENT ON COLUMN source_profile.source_id IS 'The outlet''s id.';
