-- Question: can this load be trusted?
-- Grain: one row is one check. Where `ok` is null there is no right value: the reader judges.
CREATE OR REPLACE VIEW data_quality AS
WITH checks (position, name, must_be, meaning) AS (
    VALUES
    (1, 'articles', 'some', 'Article versions in the warehouse; an empty one answers nothing.'),
    (2, 'duplicate_articles', 'none', 'Articles that were loaded twice; every count would be too high.'),
    (3, 'orphan_rows', 'none', 'Paragraphs, sentences, facts and claims whose article or paragraph is missing.'),
    (4, 'orphan_references', 'none', 'Claims whose cluster, and articles whose source, is missing.'),
    (5, 'unequal_slices', 'none', 'Rows of 500 articles whose text is not the raw text at their span.'),
    (6, 'odd_clusters', 'none', 'Claims with more owners than outlets, or corroborated by fewer than two origins.'),
    (7, 'failed_expectations', 'none', 'Expectations of the last run that should have stopped it.'),
    (8, 'failed_warnings', NULL, 'Expectations of the last run that failed with a warning; see validation_results.'),
    (9, 'rejected_rows', NULL, 'Rows and documents that were refused; see rejected for the reasons.'),
    (10, 'articles_without_paragraphs', NULL, 'Articles of which nothing was kept: no text, or a wrong rule.'),
    (11, 'articles_without_source', NULL, 'Articles whose outlet nothing tells; each counts as an outlet of its own.'),
    (12, 'articles_without_date', NULL, 'Articles without a place in timeline, a lag or an update.'),
    (13, 'articles_without_story', NULL, 'Articles that were compared with nothing.'),
    (14, 'removed_share', NULL, 'Share of the raw text that cleaning removed, from 0 to 1; see chrome_audit.')
),

orphan_rows AS (
    SELECT paragraphs.paragraph_id AS row_id
    FROM paragraphs
    ANTI JOIN articles ON paragraphs.article_id = articles.article_id
    UNION ALL
    SELECT sentences.sentence_id AS row_id
    FROM sentences
    ANTI JOIN paragraphs ON sentences.paragraph_id = paragraphs.paragraph_id
    UNION ALL
    SELECT facts.fact_id AS row_id
    FROM facts
    ANTI JOIN articles ON facts.article_id = articles.article_id
    UNION ALL
    SELECT claims.claim_id AS row_id
    FROM claims
    ANTI JOIN articles ON claims.article_id = articles.article_id
),

orphan_references AS (
    SELECT claims.claim_id AS row_id
    FROM claims
    ANTI JOIN claim_clusters ON claims.cluster_id = claim_clusters.cluster_id
    WHERE claims.cluster_id IS NOT NULL
    UNION ALL
    SELECT articles.article_id AS row_id
    FROM articles
    ANTI JOIN sources ON articles.source_id = sources.source_id
    WHERE articles.source_id IS NOT NULL
),

-- Slicing every row of a large load takes minutes. Ids are hashes, so the smallest 500 are a fair sample.
sample_ids AS (
    SELECT articles.article_id
    FROM articles
    ORDER BY articles.article_id ASC
    LIMIT 500
),

sample_articles AS (
    SELECT
        articles.article_id,
        articles.raw_text
    FROM articles
    INNER JOIN sample_ids ON articles.article_id = sample_ids.article_id
),

spans AS (
    SELECT
        paragraphs.article_id,
        paragraphs.start_char,
        paragraphs.end_char,
        paragraphs.text
    FROM paragraphs
    UNION ALL
    SELECT
        claims.article_id,
        claims.start_char,
        claims.end_char,
        claims.text
    FROM claims
    UNION ALL
    SELECT
        facts.article_id,
        facts.start_char,
        facts.end_char,
        facts.text
    FROM facts
    UNION ALL
    SELECT
        removed_spans.article_id,
        removed_spans.start_char,
        removed_spans.end_char,
        removed_spans.text
    FROM removed_spans
    UNION ALL
    SELECT
        article_metadata.article_id,
        article_metadata.start_char,
        article_metadata.end_char,
        article_metadata.text
    FROM article_metadata
    WHERE article_metadata.start_char IS NOT NULL
),

last_run AS (
    SELECT max(runs.run_id) AS run_id
    FROM runs
),

failed AS (
    SELECT validation_results.action
    FROM validation_results
    INNER JOIN last_run ON validation_results.run_id = last_run.run_id
    WHERE validation_results.success = FALSE
),

article_measures AS (
    SELECT
        count(*) AS n,
        count(*) - count(DISTINCT articles.article_id) AS n_duplicate,
        count(*) FILTER (WHERE coalesce(articles.source_id, 'unknown:') LIKE 'unknown:%') AS n_no_source,
        count(*) - count(articles.published_at) AS n_no_date,
        count(*) - count(articles.story_id) AS n_no_story,
        sum(articles.n_chars) AS n_chars
    FROM articles
),

removed AS (
    SELECT sum(removed_spans.end_char - removed_spans.start_char) AS n_chars
    FROM removed_spans
),

measures (name, measured) AS (
    SELECT
        unnest([
            'articles', 'duplicate_articles', 'articles_without_source', 'articles_without_date',
            'articles_without_story'
        ]),
        unnest([
            article_measures.n, article_measures.n_duplicate, article_measures.n_no_source, article_measures.n_no_date,
            article_measures.n_no_story
        ])::DOUBLE
    FROM article_measures
    UNION ALL
    SELECT
        'orphan_rows',
        count(*)
    FROM orphan_rows
    UNION ALL
    SELECT
        'orphan_references',
        count(*)
    FROM orphan_references
    UNION ALL
    SELECT
        'unequal_slices',
        count(*)
    FROM spans
    INNER JOIN sample_articles ON spans.article_id = sample_articles.article_id
    WHERE
        substring(sample_articles.raw_text, spans.start_char + 1, spans.end_char - spans.start_char)
        IS DISTINCT FROM spans.text
    UNION ALL
    SELECT
        'odd_clusters',
        count(*)
    FROM claim_clusters
    WHERE
        claim_clusters.n_owner_groups > claim_clusters.n_sources
        OR (claim_clusters.status = 'corroborated' AND claim_clusters.n_origins < 2)
    UNION ALL
    SELECT
        'failed_expectations',
        count(*)
    FROM failed
    WHERE failed.action = 'stop'
    UNION ALL
    SELECT
        'failed_warnings',
        count(*)
    FROM failed
    WHERE failed.action = 'warn'
    UNION ALL
    SELECT
        'rejected_rows',
        count(*)
    FROM rejected
    UNION ALL
    SELECT
        'articles_without_paragraphs',
        count(*)
    FROM articles
    ANTI JOIN paragraphs ON articles.article_id = paragraphs.article_id
    UNION ALL
    SELECT
        'removed_share',
        round(coalesce(removed.n_chars / nullif(article_measures.n_chars, 0), 0), 3)
    FROM removed
    CROSS JOIN article_measures
),

judged AS (
    SELECT
        checks.position,
        checks.name,
        measures.measured,
        checks.meaning,
        CASE checks.must_be
            WHEN 'none' THEN measures.measured = 0
            WHEN 'some' THEN measures.measured > 0
        END AS ok
    FROM checks
    INNER JOIN measures ON checks.name = measures.name
)

SELECT
    judged.name,
    judged.measured,
    judged.ok,
    judged.meaning
FROM judged
ORDER BY judged.ok ASC NULLS LAST, judged.position ASC;

COMMENT ON VIEW data_quality IS 'Checks of the whole load; what is not ok comes first.';
COMMENT ON COLUMN data_quality.name IS 'The check.';
COMMENT ON COLUMN data_quality.measured IS 'What it counts or measures.';
COMMENT ON COLUMN data_quality.ok IS 'Whether that is as it must be; null where the reader judges.';
COMMENT ON COLUMN data_quality.meaning IS 'What it means.';
