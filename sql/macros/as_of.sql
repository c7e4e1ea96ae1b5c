-- Question: what was known at that time, and from whom?
-- Grain: one row is one claim (cluster) carried by the articles out at that time, each in its version then.
-- An article counts from when it was certainly out: its publication (the end of that day, where only the day is known),
-- or its fetching, if that was before; a later version from its fetching, for it often keeps the first one's date.
-- One with neither time is left out. The wordings shown are of that time too.
CREATE OR REPLACE MACRO as_of(ts) AS TABLE -- noqa: CP05
    WITH dated AS (
        SELECT
            articles.article_id,
            articles.source_id,
            articles.story_id,
            articles.supersedes_id,
            articles.fetched_at,
            CASE articles.published_precision
                WHEN 'day' THEN articles.published_at + INTERVAL 1 DAY
                WHEN 'month' THEN articles.published_at + INTERVAL 1 MONTH
                WHEN 'year' THEN articles.published_at + INTERVAL 1 YEAR
                ELSE articles.published_at
            END AS out_at
        FROM articles
    ),

    timed AS (
        SELECT
            dated.article_id,
            dated.source_id,
            dated.story_id,
            dated.supersedes_id,
            CASE
                WHEN dated.supersedes_id IS NULL THEN least(dated.out_at, dated.fetched_at)
                ELSE coalesce(dated.fetched_at, dated.out_at)
            END AS known_at
        FROM dated
    ),

    known AS (
        SELECT timed.*
        FROM timed
        WHERE timed.known_at <= ts::TIMESTAMP
    ),

    newest AS (
        SELECT
            known.article_id,
            known.source_id,
            known.story_id,
            known.known_at,
            coalesce(sources.outlet, known.source_id) AS outlet
        FROM known
        LEFT JOIN sources ON known.source_id = sources.source_id
        ANTI JOIN known AS later ON known.article_id = later.supersedes_id
    ),

    told AS (
        SELECT
            coalesce(claims.cluster_id, claims.claim_id) AS cluster_id,
            claims.claim_id,
            claims.text,
            coalesce(claims.is_headline, FALSE) AS is_headline,
            newest.*
        FROM claims
        INNER JOIN newest ON claims.article_id = newest.article_id
        WHERE coalesce(claims.conditional, FALSE) = FALSE
    ),

    carried AS (
        SELECT
            cluster_id,
            arg_min(text, (known_at, is_headline, claim_id)) AS first_wording,
            arg_max(text, (known_at, NOT is_headline, claim_id)) AS latest_wording,
            count(DISTINCT source_id) AS n_sources,
            count(DISTINCT article_id) AS n_articles,
            any_value(outlet) AS outlet,
            min(known_at) AS first_at,
            max(known_at) AS last_at,
            any_value(story_id) AS story_id
        FROM told
        GROUP BY cluster_id
    ),

    -- Names are only joined where there are several: most claims are of one outlet.
    spoken AS (
        SELECT
            told.cluster_id,
            string_agg(DISTINCT told.outlet, ', ' ORDER BY told.outlet) AS outlets
        FROM told
        INNER JOIN carried ON told.cluster_id = carried.cluster_id
        WHERE carried.n_sources > 1
        GROUP BY told.cluster_id
    )

    SELECT
        stories.title AS story,
        carried.first_wording,
        carried.latest_wording,
        carried.n_sources,
        carried.n_articles,
        coalesce(spoken.outlets, carried.outlet) AS outlets,
        carried.first_at,
        carried.last_at,
        carried.cluster_id,
        carried.story_id
    FROM carried
    LEFT JOIN spoken ON carried.cluster_id = spoken.cluster_id
    LEFT JOIN stories ON carried.story_id = stories.story_id
    ORDER BY carried.n_sources DESC, carried.first_at ASC, carried.cluster_id ASC;

COMMENT ON MACRO TABLE as_of IS -- noqa: PRS
'The claims known at a time (UTC), in their first and latest wordings by then, with the outlets that spoke of them.';
