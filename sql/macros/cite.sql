-- Question: how do I cite this claim, so that anybody can find it again?
-- Grain: one row for the claim asked for; none where there is no such claim.
CREATE OR REPLACE MACRO cite(claim_id) AS TABLE -- noqa: CP05
    WITH asked AS (
        SELECT claims.*
        FROM claims
        WHERE claims.claim_id = claim_id
    ),

    parts AS (
        SELECT
            asked.claim_id AS cited_claim_id,
            asked.text,
            asked.start_char,
            asked.end_char,
            articles.article_id,
            articles.title,
            articles.url,
            articles.content_sha256,
            coalesce(sources.outlet, articles.source_id) AS outlet,
            coalesce(facts.speaker, facts.cited) AS speaker,
            CASE
                WHEN articles.published_at IS NULL THEN 'date unknown'
                WHEN articles.published_precision IN ('second', 'minute')
                    THEN strftime(articles.published_at, '%-d %B %Y %H:%M UTC')
                WHEN articles.published_precision = 'month' THEN strftime(articles.published_at, '%B %Y')
                WHEN articles.published_precision = 'year' THEN strftime(articles.published_at, '%Y')
                ELSE strftime(articles.published_at, '%-d %B %Y')
            END AS published
        FROM asked
        INNER JOIN articles ON asked.article_id = articles.article_id
        LEFT JOIN sources ON articles.source_id = sources.source_id
        LEFT JOIN facts ON asked.source_fact_id = facts.fact_id
    )

    SELECT
        parts.outlet || coalesce(', "' || parts.title || '"', '') || ', ' || parts.published || ': "' || parts.text
        || '"' || coalesce(' (attributed to ' || parts.speaker || ')', '') || '. '
        || coalesce(parts.url || ', ', '') || 'characters ' || parts.start_char || '-' || parts.end_char
        || ' of article ' || parts.article_id || coalesce(', SHA-256 ' || parts.content_sha256, '') AS citation
    FROM parts;

COMMENT ON MACRO TABLE cite IS -- noqa: PRS
'One line that cites a claim: outlet, headline, time, words, speaker, address, and the span in the raw text.';
